import { OPT_IN_DIALOG } from '../domain/consent/mayWrite'
import { FOLLOW_DIALOG } from '../domain/contacts/askToFollow'
import type { BotText } from '../domain/dialog/botTexts'
import { INTAKE_DIALOG } from '../domain/dialog/intake'
import { lengthOf } from '../domain/dialog/ownQuestion'
import { reference } from '../domain/dialog/phrases'
import { askKey, endingKey } from '../domain/dialog/textKey'
import type { LanguageTag, Say, TextKey } from '../domain/message'
import type { OwnWords } from '../domain/text/ownText'
import type { Content } from '../ports/content'
import type { TemplatePattern } from '../ports/templates'

/** A coordinator begins these with one person. */
const BY_HAND = [OPT_IN_DIALOG, INTAKE_DIALOG, FOLLOW_DIALOG]

/** A template with what it is for. */
export interface KnownPattern extends TemplatePattern {
  /** Its last part: a reminder that stands before a question is a template of its own. */
  key: TextKey
  reminds: boolean
  /** In words of the organisation's or campaign's own. */
  own: boolean
}

/**
 * Every message that may have to leave when a person has not written for a day, as WhatsApp wants to see it beforehand.
 * What events begin with comes first, in every language: WhatsApp takes a hundred an hour.
 * @param samples an example of every value that texts may use, worded in the language
 */
export function templatePatterns(
  content: Content,
  samples: (language: LanguageTag) => Record<string, string>,
  own?: OwnWords,
): KnownPattern[] {
  const patterns = new Map<string, KnownPattern>()
  const languages = content.texts.languages.map(language => ({ language, facts: samples(language) }))
  for (const say of whatMayLeaveUnasked(content))
    for (const { language, facts } of languages) {
      const rendered = content.texts.render(say, {
        language,
        level: 'simple',
        channel: 'whatsapp',
        facts,
        ...(own ? { own } : {}),
      })
      const { template, choices } = rendered
      if (!template) continue
      const { name, pattern, values } = template
      // The same words in two timelines are two templates: a message looks for its own by name.
      patterns.set(`${language} ${name} ${pattern}`, {
        name,
        language,
        pattern,
        samples: values,
        key: say.text,
        reminds: say.lead !== undefined,
        own: rendered.own ?? false,
        ...(choices ? { choices } : {}),
      })
    }
  return [...patterns.values()]
}

/** The part of it that events of these kinds may say, with what belongs to no kind: the intake, the faces at the door. */
export function contentFor(content: Content, kinds: ReadonlySet<string>): Content {
  const opens = (timelines: Content['timelines']) =>
    new Set(timelines.flatMap(({ steps }) => steps.flatMap(({ dialog }) => dialog ?? [])))
  const timelines = content.timelines.filter(({ id }) => kinds.has(id))
  const [used, all] = [opens(timelines), opens(content.timelines)]
  return { ...content, timelines, dialogs: content.dialogs.filter(({ id }) => used.has(id) || !all.has(id)) }
}

/** Every step, the question for consent, each question that is asked once more after silence, and each kind closing. */
function whatMayLeaveUnasked(content: Content): Say[] {
  const says: Say[] = [{ text: 'system:person_writes' satisfies BotText }]
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
      if (index === 0 && BY_HAND.includes(dialog.id)) says.push(say)
      if (dialog.remindAfterHours !== undefined) says.push({ ...say, lead: [{ text: 'answers:reminder' }] })
    }
  }
  return says
}
