import type { Printed } from '../../../domain/anonymity/printAtom'
import type { QuestionTally } from '../../../use-cases/readCampaign'
import { Bar } from './Bar'
import type { CampaignPageProps } from './CampaignPage'
import { sayPrinted } from './printed'

/** One printed tally: its sentences, and a bar when all of its counts were printed. */
export function PrintedAnswers({
  printed,
  question,
  label,
  words,
  reading,
}: CampaignPageProps & { printed: Printed; question: QuestionTally; label: (answer: number) => string }) {
  const lines = sayPrinted(printed, question, { words, policy: reading.policy, label })
  return (
    <dd>
      {printed.say === 'cells' && question.shape.kind === 'scale' ? (
        <Bar
          parts={printed.cells.map((cell, index) => [shade(cell, question), printed.counts[index] ?? 0])}
        />
      ) : null}
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </dd>
  )
}

/** From bad to good in five steps; a merged cell takes the shade of its middle. */
function shade(cell: readonly number[], { shape }: QuestionTally): string {
  const middle = ((cell[0] ?? 0) + (cell.at(-1) ?? 0)) / 2
  const values = shape.kind === 'scale' ? shape.values : 1
  return `smile-${1 + Math.round((4 * middle) / Math.max(1, values - 1))}`
}
