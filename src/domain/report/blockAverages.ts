import type { BuildingBlock, Dialog } from '../dialog/definition'
import { halfUp } from './share'

export interface BlockAverage {
  block: BuildingBlock
  /** Scores given, over all questions about this block. */
  n: number
  /** Of scores 1 to 5, one decimal. */
  mean: number
}

/** How the team and partners scored each building block of an event, together (R10); blocks without a score are left out. */
export function blockAverages(
  asked: readonly { dialog: Dialog; replies: readonly { answers: Record<string, unknown> }[] }[],
): BlockAverage[] {
  const scores = new Map<BuildingBlock, number[]>()
  for (const { dialog, replies } of asked)
    for (const { id, block } of dialog.questions)
      for (const { answers } of replies)
        if (block && typeof answers[id] === 'number')
          scores.set(block, [...(scores.get(block) ?? []), answers[id]])
  return [...scores].map(([block, given]) => {
    const total = given.reduce((sum, score) => sum + score, 0)
    return { block, n: given.length, mean: halfUp(total * 10, given.length) / 10 }
  })
}
