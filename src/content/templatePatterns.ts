import { OPT_IN_DIALOG } from '../domain/consent/mayWrite'
import { lengthOf } from '../domain/dialog/ownQuestion'
import { reference } from '../domain/dialog/phrases'
import { askKey, endingKey } from '../domain/dialog/textKey'
import type { Choice, LanguageTag, Say } from '../domain/message'
import type { Content } from '../ports/content'

/** A message that may have to leave when a person has not written for a day, as WhatsApp wants to see it beforehand. */
export interface TemplatePattern {
  name: string
  language: LanguageTag
  pattern: string
  /** One example for each place, of nobody in particular. */
  samples: string[]
  choices?: Choice[]
}

/** @param samples an example of every value that texts may use, worded in the language */
export function templatePatterns(
  content: Content,
  samples: (language: LanguageTag) => Record<string, string>,
): TemplatePattern[] {
  const patterns = new Map<string, TemplatePattern>()
  for (const language of content.texts.languages) {
    const facts = samples(language)
    for (const say of whatMayLeaveUnasked(content)) {
      const { template, choices } = content.texts.render(say, {
        language,
        level: 'simple',
        channel: 'whatsapp',
        facts,
      })
      if (!template) continue
      const { name, pattern, values } = template
      patterns.set(`${language} ${pattern}`, {
        name,
        language,
        pattern,
        samples: values,
        ...(choices ? { choices } : {}),
      })
    }
  }
  return [...patterns.values()]
}

/** Every step, the question for consent, each question that is asked once more after silence, and each kind closing. */
function whatMayLeaveUnasked(content: Content): Say[] {
  const says: Say[] = []
  for (const timeline of content.timelines)
    for (const step of timeline.steps) {
      if (step.does === 'task') continue
      const opened = step.dialog === undefined ? null : content.dialog(step.dialog)
      const first = opened?.questions[0]
      const question = opened && first ? { question: reference(opened, first), values: lengthOf(opened) } : {}
      const ids = [step.id, ...(step.onSilence?.repeatAfterDays === undefined ? [] : [`${step.id}_repeat`])]
      for (const id of ids) says.push({ text: `timelines/${timeline.id}:${id}`, ...question })
    }
  for (const dialog of content.dialogs) {
    if (!dialog.quiet) says.push({ text: endingKey(dialog.id, 'closed') })
    for (const [index, question] of dialog.questions.entries()) {
      const say: Say = {
        text: askKey(dialog.id, question.id),
        question: reference(dialog, question),
      }
      if (dialog.id === OPT_IN_DIALOG && index === 0) says.push(say)
      if (dialog.remindAfterHours !== undefined) says.push({ ...say, lead: [{ text: 'answers:reminder' }] })
    }
  }
  return says
}
