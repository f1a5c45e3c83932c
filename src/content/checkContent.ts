import { checkBodies } from './checkBodies'
import { checkDialogs } from './checkDialogs'
import { checkLabels, checkWords } from './checkLabels'
import { checkTexts } from './checkTexts'
import { expectedTexts } from './expectedTexts'
import { type Loaded, loadContent } from './loadContent'
import { SOURCE_LANGUAGE } from './loadLocales'
import type { ContentProblem } from './problem'

export interface CheckedContent {
  /** In order of file and line. Empty: everything fits together. */
  problems: ContentProblem[]
  looked: Record<'dialogs' | 'questions' | 'timelines' | 'steps' | 'languages' | 'texts', number>
}

/** Reads a content folder and reports everything that is wrong in it, at once. */
export const checkContent = (folder: string): CheckedContent => checkLoaded(loadContent(folder))

export function checkLoaded({ content, problems: unreadable, dialogs, locales }: Loaded): CheckedContent {
  const all = dialogs.map(({ dialog }) => dialog)
  const live = locales.filter(({ language }) => language.live)
  const { problems: inTexts, texts } = checkTexts(
    locales,
    expectedTexts(all, content.timelines),
    new Set(unreadable.map(({ file }) => file.replace(/\.yaml$/, ''))),
  )
  const noDutch = live.some(({ tag }) => tag === SOURCE_LANGUAGE)
    ? []
    : [{ file: `locales/${SOURCE_LANGUAGE}/language.json`, line: 1, message: 'Dutch must be there and live' }]
  const problems = [
    ...unreadable,
    ...noDutch,
    ...checkDialogs(dialogs),
    ...inTexts,
    ...checkLabels(content.dialogs, locales, content.texts, content.words),
    ...checkBodies(content.dialogs, locales, content.texts),
    ...checkWords(content.words),
  ]
  return {
    problems: problems.sort(
      (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.message.localeCompare(b.message),
    ),
    looked: {
      dialogs: all.length,
      questions: all.reduce((sum, { questions }) => sum + questions.length, 0),
      timelines: content.timelines.length,
      steps: content.timelines.reduce((sum, { steps }) => sum + steps.length, 0),
      languages: live.length,
      texts,
    },
  }
}
