import type { DialogRun, Effect } from '../conversation'
import type { LanguageTag, Say, TextKey } from '../message'
import type { RowRank } from '../outbox'
import type { BotText } from './botTexts'
import type { Dialog, Question } from './definition'
import { findQuestion } from './order'
import { lengthOf } from './ownQuestion'
import { acknowledgeKey, askKey, type ENDINGS, endingKey, helpKey, optionKey } from './textKey'

/** The payloads of the bot's own buttons. They mean the command, in every language. */
export const commandPayload = (command: string) => `command:${command}`

/** A reply leaves at once; what we say on our own account waits for its turn among everything planned. */
export function speak(
  run: DialogRun,
  say: Say,
  how: { rank: RowRank; language?: LanguageTag; notAfter?: number },
): Effect {
  return {
    do: 'say',
    say,
    rank: how.rank,
    // Writing back is covered by the consent to be written to; what the answers are for is the dialog's own purpose.
    purpose: 'C1',
    ...(run.campaign !== undefined && { campaign: run.campaign }),
    ...(run.step !== undefined && { step: run.step }),
    ...(how.language !== undefined && { language: how.language }),
    ...(how.notAfter !== undefined && { notAfter: how.notAfter }),
  }
}

export const reference = (
  dialog: Pick<Dialog, 'id' | 'version'>,
  { id, own }: Question,
): NonNullable<Say['question']> => ({
  dialog: dialog.id,
  version: dialog.version,
  id,
  ...(own && { own }),
})

/** Answers that later texts repeat: words as they were typed, options by the text of their label. */
function echoes(dialog: Dialog, run: DialogRun): Pick<Say, 'values' | 'texts'> {
  const values: Record<string, string | number> = {}
  const texts: Record<string, TextKey> = {}
  for (const id of dialog.echo ?? []) {
    const question = findQuestion(dialog, id)
    const answer = run.answers[id]
    if (!question || answer === undefined) continue
    if (question.answer.type === 'choice') texts[id] = optionKey(dialog.id, id, String(answer))
    else if (question.answer.type === 'yes_no') texts[id] = `answers:${answer}`
    else if (typeof answer === 'string' || typeof answer === 'number') values[id] = answer
  }
  return {
    ...(Object.keys(values).length > 0 && { values }),
    ...(Object.keys(texts).length > 0 && { texts }),
  }
}

/** The question with its choices; `opening` puts the step's own words in the place of the first question's. */
export function asking(
  dialog: Dialog,
  run: DialogRun,
  question: Question,
  extra: Pick<Say, 'lead' | 'numbered'> & { text?: TextKey; opening?: boolean } = {},
): Say {
  const { text, opening, ...more } = extra
  const isFirst = question.id === dialog.questions[0]?.id
  // Where an organiser may add questions, only the run knows how many there are.
  const invites = isFirst && dialog.ownQuestions && { values: lengthOf(dialog) }
  if (opening && run.opening && isFirst)
    return { ...more, ...run.opening, ...invites, question: reference(dialog, question) }
  return {
    text: text ?? askKey(dialog.id, question.id),
    ...echoes(dialog, run),
    ...invites,
    question: reference(dialog, question),
    ...more,
  }
}

/** The question in other words. An organiser's own has no others: then we say where it comes from. */
export const simpler = (dialog: Dialog, { id, own }: Question): Pick<Say, 'lead'> & { text?: TextKey } =>
  own ? { lead: [{ text: 'answers:own_question' satisfies BotText }] } : { text: helpKey(dialog.id, id) }

export const ending = (dialog: Dialog, run: DialogRun, how: (typeof ENDINGS)[number]): Say => ({
  text: endingKey(dialog.id, how),
  ...echoes(dialog, run),
})

/** A warm line after the answer, in front of what comes next. */
export function thanks(dialog: Dialog, question: Question, value: unknown): NonNullable<Say['lead']> {
  if (question.acknowledge === 'always') return [{ text: acknowledgeKey(dialog.id, question.id) }]
  if (question.acknowledge === 'per_option')
    return [{ text: acknowledgeKey(dialog.id, question.id, String(value)) }]
  return []
}

const button = (command: string, text: BotText) => ({ id: commandPayload(command), text })

/** After two misses: a person is one tap away. */
export const stuck = (question: Question): Say => ({
  text: 'answers:stuck' satisfies BotText,
  choices: [
    button('again', 'answers:button.again'),
    ...(question.optional ? [button('skip', 'answers:button.skip')] : []),
    button('human', 'answers:button.human'),
  ],
})
