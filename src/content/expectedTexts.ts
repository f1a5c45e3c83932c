import { OPT_IN_DIALOG } from '../domain/consent/mayWrite'
import { BOT_TEXTS, PROBLEM_VALUES, problemKey } from '../domain/dialog/botTexts'
import { type Dialog, PROBLEMS, type Question } from '../domain/dialog/definition'
import {
  acknowledgeKey,
  askKey,
  descriptionKey,
  endingKey,
  helpKey,
  optionKey,
} from '../domain/dialog/textKey'
import { FACT_NAMES } from '../domain/factNames'
import type { TextKey } from '../domain/message'
import type { ExpectedText, TextKind } from '../domain/text/expectedText'
import { labelLimit } from '../domain/text/labels'
import type { Timeline } from '../domain/timeline/definition'
import { optionsOf } from './choices'

/** More than there are buttons. */
const FACES = 5
const FACTS: ReadonlySet<string> = new Set(FACT_NAMES)

/** Every text that dialogs, timelines and the bot need or may have, by key. What is not in here is left over. */
export function expectedTexts(
  dialogs: readonly Dialog[],
  timelines: readonly Timeline[],
): Map<TextKey, ExpectedText> {
  const expected = new Map<TextKey, ExpectedText>()
  const add = (key: TextKey, kind: TextKind, more: Partial<ExpectedText> = {}) => {
    const before = expected.get(key)
    const isWritten = kind !== 'label' && kind !== 'description'
    const text = { kind, required: true, template: false, values: FACTS, fixed: !isWritten, ...more }
    expected.set(key, { ...text, required: text.required || (before?.required ?? false) })
  }
  for (const key of Object.keys(BOT_TEXTS))
    add(key, kindOfBotText(key), { ...limitOfBotText(key), fixed: true })
  for (const problem of PROBLEMS)
    add(problemKey(problem), 'lead', {
      values: new Set([...FACTS, ...(PROBLEM_VALUES[problem] ?? [])]),
      fixed: true,
    })
  for (const dialog of dialogs) addDialog(dialog, add)
  for (const timeline of timelines) addTimeline(timeline, dialogs, add)
  return expected
}

type Add = (key: TextKey, kind: TextKind, more?: Partial<ExpectedText>) => void

/** Consent holds for the words that were read; so does what an anonymous talk promises. */
const isPromise = ({ id, privacy }: Dialog) => privacy === 'anonymous' || id === OPT_IN_DIALOG

function addDialog(dialog: Dialog, add: Add): void {
  const values = new Set([...FACTS, ...(dialog.echo ?? [])])
  const own: Add = isPromise(dialog) ? (key, kind, more) => add(key, kind, { ...more, fixed: true }) : add
  const [first, ...others] = dialog.questions
  if (first) addQuestion(dialog, first, new Set([...values, ...lengthValues(dialog)]), own)
  for (const question of others) addQuestion(dialog, question, values, own)
  const has = (field: 'endWhen' | 'laterWhen') => dialog.questions.some(question => question[field])
  own(endingKey(dialog.id, 'done'), 'message', { values })
  own(endingKey(dialog.id, 'closed'), 'message', { values, template: true, required: !dialog.quiet })
  if (has('endWhen')) own(endingKey(dialog.id, 'declined'), 'message', { values })
  if (has('laterWhen')) own(endingKey(dialog.id, 'later'), 'message', { values })
}

/** How many questions come and how long they take: said where an organiser may add some. */
const lengthValues = ({ ownQuestions }: Dialog): string[] => (ownQuestions ? ['questions', 'minutes'] : [])

function addQuestion(dialog: Dialog, question: Question, values: ReadonlySet<string>, add: Add): void {
  const fixed = question.effect?.startsWith('consent:') ? { fixed: true } : {}
  add(askKey(dialog.id, question.id), 'question', { values, ...fixed })
  add(helpKey(dialog.id, question.id), 'question', { values, ...fixed })
  const own = question.answer.type === 'choice' || question.answer.type === 'multi_choice'
  const options = optionsOf(dialog, question, [])
  const limit = labelLimit(options.length)
  for (const { id } of options) {
    add(optionKey(dialog.id, question.id, id), 'label', { required: own, limit, values: new Set() })
    add(descriptionKey(dialog.id, question.id, id), 'description', { required: false, values: new Set() })
    if (question.acknowledge === 'per_option')
      add(acknowledgeKey(dialog.id, question.id, id), 'lead', { required: false, values })
  }
  if (question.acknowledge === 'always') add(acknowledgeKey(dialog.id, question.id), 'lead', { values })
}

function addTimeline(timeline: Timeline, dialogs: readonly Dialog[], add: Add): void {
  // A quiet dialog may open without asking: the reminder says how to tell that one cannot come.
  const mayBeSilent = (id?: string) => dialogs.some(dialog => dialog.id === id && dialog.quiet)
  for (const step of timeline.steps) {
    if (step.does === 'task') continue
    const kind = step.does === 'dialog' && !mayBeSilent(step.dialog) ? 'question' : 'message'
    const key = `timelines/${timeline.id}:${step.id}`
    const opened = dialogs.find(dialog => dialog.id === step.dialog)
    const how = {
      template: true,
      values: new Set([...FACTS, ...(opened ? lengthValues(opened) : [])]),
      fixed: opened !== undefined && isPromise(opened),
    }
    add(key, kind, how)
    if (step.onSilence?.repeatAfterDays !== undefined) add(`${key}_repeat`, kind, how)
  }
}

const LEADS = /^answers:(first_question|needed|reminder|from_the_start|question_closed|own_question)$/
const ASKS = /^(answers:stuck|system:(maybe_stop\.ask|language\.ask|language\.offer))$/
const LABELS = /^(answers:(yes|no|smiley\.\d|list_button|button\..+)|system:(maybe_stop|language)\.(yes|no))$/

function kindOfBotText(key: TextKey): TextKind {
  if (LEADS.test(key)) return 'lead'
  if (ASKS.test(key)) return 'question'
  return LABELS.test(key) ? 'label' : 'message'
}

const limitOfBotText = (key: TextKey) =>
  LABELS.test(key) ? { limit: labelLimit(key.includes('smiley') ? FACES : 1) } : {}
