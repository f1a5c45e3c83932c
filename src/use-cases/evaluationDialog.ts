import type { Evaluation } from '../domain/anonymity/evaluation'
import type { Dialog } from '../domain/dialog/definition'
import { withOwnQuestions } from '../domain/dialog/ownQuestion'
import type { Content } from '../ports/content'

/** What is asked in an evaluation: its dialog in the version it was opened with, and the organiser's own questions. */
export const evaluationDialog = (
  { dialog }: Pick<Content, 'dialog'>,
  { dialog: id, dialogVersion, ownQuestions }: Evaluation,
): Dialog | null => withOwnQuestions(dialog(id, dialogVersion), ownQuestions)
