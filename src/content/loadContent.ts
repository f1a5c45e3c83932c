import type { Content } from '../ports/content'
import { expectedTexts } from './expectedTexts'
import { type LoadedDialog, loadDialogs } from './loadDialogs'
import { type Locale, loadLocales } from './loadLocales'
import { loadTimelines } from './loadTimelines'
import { loadWords } from './loadWords'
import type { ContentProblem } from './problem'
import { createTexts } from './texts'

export interface Loaded {
  content: Content
  /** What cannot be read. `checkContent` looks further: whether everything fits together. */
  problems: ContentProblem[]
  dialogs: LoadedDialog[]
  locales: Locale[]
}

/** Reads dialogs/, timelines/ and locales/ of a folder, once. What is unreadable is left out and told. */
export function loadContent(folder: string): Loaded {
  const { dialogs, problems: inDialogs } = loadDialogs(folder)
  const { locales, problems: inLocales } = loadLocales(folder)
  const { timelines, problems: inTimelines } = loadTimelines(
    folder,
    dialogs.filter(({ old }) => !old).map(({ dialog }) => dialog.id),
  )
  const { words, problems: inWords } = loadWords(folder)
  const versions = new Map(dialogs.map(({ dialog }) => [`${dialog.id}.${dialog.version}`, dialog]))
  const newest = new Map(dialogs.filter(({ old }) => !old).map(({ dialog }) => [dialog.id, dialog]))
  const find: Content['dialog'] = (id, version) =>
    (version === undefined ? newest.get(id) : versions.get(`${id}.${version}`)) ?? null
  return {
    content: {
      dialog: find,
      dialogs: [...newest.values()],
      timeline: id => timelines.find(timeline => timeline.id === id) ?? null,
      timelines,
      words,
      texts: createTexts({ locales, dialog: find }),
      expected: expectedTexts([...newest.values()], timelines),
    },
    problems: [...inDialogs, ...inLocales, ...inTimelines, ...inWords],
    dialogs,
    locales,
  }
}
