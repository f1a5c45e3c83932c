import type { DialogRun } from '../conversation'
import { mediaKind } from '../inbox/mediaKind'
import type { Dialog, Question, Reply } from './definition'
import { findQuestion } from './order'

/** What is answered in words and without a name may be spoken: somebody writes it down, and the voice is deleted (anonymity 3.9). */
export const hearsVoice = (
  { privacy }: Pick<Dialog, 'privacy'>,
  { answer }: Pick<Question, 'answer'>,
): boolean => privacy === 'anonymous' && answer.type === 'text'

/** The voice notes in what somebody sent, where one may answer the open question of this run. */
export function voicesIn(
  dialog: Dialog | null,
  { question: open }: Pick<DialogRun, 'question'>,
  { media = [] }: Pick<Reply, 'media'>,
) {
  const question = dialog && findQuestion(dialog, open)
  return question && hearsVoice(dialog, question)
    ? media.filter(({ type }) => mediaKind(type) === 'voice')
    : []
}
