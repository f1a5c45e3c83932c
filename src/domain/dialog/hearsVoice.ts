import { mediaKind } from '../inbox/mediaKind'
import type { Dialog, Question, Reply } from './definition'

/** What is answered in words and without a name may be spoken: somebody writes it down, and the voice is deleted (anonymity 3.9). */
export const hearsVoice = (
  { privacy }: Pick<Dialog, 'privacy'>,
  { answer }: Pick<Question, 'answer'>,
): boolean => privacy === 'anonymous' && answer.type === 'text'

/** The voice notes in what somebody sent. */
export const voicesIn = ({ media = [] }: Pick<Reply, 'media'>) =>
  media.filter(({ type }) => mediaKind(type) === 'voice')
