import type { Policy, Printed } from '../../../domain/anonymity/printAtom'
import type { QuestionTally } from '../../../use-cases/readCampaign'
import type { Words } from '../../words'

interface Saying {
  words: Words
  /** How one answer is called, by its place. */
  label: (answer: number) => string
  policy: Policy
}

/** What was printed, in words. There is nothing behind it that could be shown instead. */
export function sayPrinted(
  printed: Printed,
  { shape }: QuestionTally,
  { words, label, policy }: Saying,
): string[] {
  const { k, s } = policy
  const span = (answers: number[]) => joined(answers, shape.kind === 'scale', label, words)
  const split = shape.kind === 'scale' ? shape.split : 0
  const side = (high: boolean) =>
    span(Array.from({ length: high ? shape.values - split : split }, (_, i) => (high ? split + i : i)))
  switch (printed.say) {
    case 'too few':
      return [words.say('printed.too_few', { k })]
    case 'number only':
      return [words.say('printed.number_only', { n: printed.n })]
    case 'majority':
      return [
        words.say(printed.high ? 'printed.majority_high' : 'printed.majority_low', {
          n: printed.n,
          high: side(true),
        }),
      ]
    case 'few': {
      const few = words.say('printed.few', { s, n: printed.n, side: side(printed.side === 'high') })
      if (printed.edge === undefined) return [few]
      const far = printed.side === 'low' ? shape.values - 1 : 0
      return [few, words.say('printed.edge', { count: printed.edge, n: printed.n, answer: label(far) })]
    }
    case 'cells':
      return printed.cells.map((cell, index) =>
        words.say('printed.cell', { count: printed.counts[index] ?? 0, answers: span(cell) }),
      )
  }
}

function joined(
  answers: number[],
  ordered: boolean,
  label: (answer: number) => string,
  words: Words,
): string {
  const [first, last] = [answers[0] ?? 0, answers.at(-1) ?? 0]
  if (answers.length === 1) return label(first)
  return ordered ? `${label(first)}${words.say('printed.to')}${label(last)}` : words.say('printed.others')
}
