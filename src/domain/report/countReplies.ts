import { shapeOf } from '../anonymity/tally'
import type { Dialog } from '../dialog/definition'
import { type Distribution, distribution, joinSmall } from './distribution'
import { halfUp } from './share'

/** One question of an instrument that carries names, counted over all who answered it. */
export interface RepliesToQuestion {
  question: string
  n: number
  /** Null: too few for this reader. */
  shares: Distribution | null
  /** Of scores 1 to 5, one decimal. */
  mean?: number
}

/**
 * Counts replies of an instrument that is not anonymous, without saying whose they are.
 * @param k fewest people in a count; 1 for who may see each reply, and for instruments that are about organisations
 */
export function countReplies(
  dialog: Dialog,
  replies: readonly { answers: Record<string, unknown> }[],
  k: number,
): RepliesToQuestion[] {
  return dialog.questions.flatMap(question => {
    const counted = question.endWhen ? null : shapeOf(question)
    if (!counted || counted.multi) return []
    const given = replies.flatMap(({ answers }) => {
      const answer = answers[question.id]
      return answer === undefined || answer === null ? [] : [String(answer)]
    })
    const rows = counted.answers.map(name => ({
      name,
      count: given.filter(answer => answer === name).length,
    }))
    const n = given.length
    // Who was asked tells what the others had answered before: as few of them are as little to be told.
    const tells = question.askWhen !== undefined && replies.length - n < k
    const isHidden = k > 1 && (n < k || tells)
    const isScored = counted.answers.every(answer => Number.isFinite(Number(answer)))
    const total = given.reduce((sum, answer) => sum + Number(answer), 0)
    return [
      {
        question: question.id,
        n: isHidden ? 0 : n,
        shares: k === 1 ? distribution(rows, n) : isHidden ? null : joinSmall(rows, n, k),
        ...(isScored && n > 0 && !isHidden ? { mean: halfUp(total * 10, n) / 10 } : {}),
      },
    ]
  })
}

/**
 * For a reader who gets groups alone: what was filled in to its end, in the order in which it came, in heaps of k. One more
 * changes nothing, so two looks never differ by one reply.
 */
export function inHeaps<R extends { complete: boolean; at: number }>(replies: readonly R[], k: number): R[] {
  const ended = replies.filter(({ complete }) => complete).sort((a, b) => a.at - b.at)
  return ended.slice(0, ended.length - (ended.length % k))
}
