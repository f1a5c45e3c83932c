import type { DialogRun, Effect } from '../conversation'
import type { Dialog } from './definition'
import type { ENDINGS } from './textKey'

/** done: everything asked · declined: the person said no · closed: time is over · left: STOP. */
export type Ending = Exclude<(typeof ENDINGS)[number], 'later'> | 'left'

export const instrumentOf = (dialog: Dialog): string => dialog.instrument ?? dialog.id

const nameOf = ({ questions }: Dialog, { answers }: DialogRun): string | undefined => {
  const named = questions.find(({ effect }) => effect === 'about')
  const name = named && answers[named.id]
  return typeof name === 'string' ? name : undefined
}

/**
 * What remains of a run that is over. Answers with a name on them are kept, whole or in part. Sealed ones are posted
 * when the person finished or time ran out, and are gone after a no or a STOP (anonymity 2.2).
 */
export function conclude(dialog: Dialog, run: DialogRun, how: Ending): { run: DialogRun; effects: Effect[] } {
  if (dialog.privacy === 'named') {
    const complete = how === 'done' || how === 'declined'
    const anything = complete || Object.keys(run.answers).length > 0
    const about = nameOf(dialog, run)
    return { run, effects: anything ? [{ do: 'keep', run, complete, ...(about && { about }) }] : [] }
  }
  const instrument = instrumentOf(dialog)
  const answered = Object.keys(run.boxes).length > 0
  if (answered && (how === 'done' || how === 'closed'))
    return { run, effects: [{ do: 'post', run, instrument }] }
  const empty = { ...run, boxes: {} }
  if (how === 'closed' || run.campaign === undefined) return { run: empty, effects: [] }
  return { run: empty, effects: [{ do: 'mark', campaign: run.campaign, instrument, mark: 'declined' }] }
}
