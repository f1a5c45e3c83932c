import type { OfKnown } from '../../../domain/report/besideWork'
import { BESIDE_WORK } from '../../../domain/report/besideWork'
import type { Outcome } from '../../../domain/report/outcome'
import type { ExactOutcomes } from '../../../domain/report/outcomeReport'
import { momentWords } from './momentWords'
import type { Speaking } from './reading'

type Props = Pick<Speaking, 'words' | 'figures'> & Pick<ExactOutcomes, 'points' | 'day'>

const isWorkKnown = ({ known }: Outcome) => known > 0
const isBesideKnown = ({ beside }: Outcome) => Object.values(beside).some(({ known }) => known > 0)

export const hasFigures = (outcome: Outcome): boolean => isWorkKnown(outcome) || isBesideKnown(outcome)

/** Who works, and what else they do, moment by moment: each of those of whom that is known. */
export function OutcomeTables(props: Props) {
  const { words, figures, points } = props
  const of = ({ count, known }: OfKnown) => (known > 0 ? figures.ofBase(count, known) : '–')
  const has = (isKnown: (outcome: Outcome) => boolean) => points.some(({ outcome }) => isKnown(outcome))
  return (
    <>
      {has(isWorkKnown) ? (
        <Table
          {...props}
          caption={words.say('work:report.caption')}
          cells={({ due, known, inWork, employee, selfEmployed, both }) => ({
            known: due > 0 ? figures.ofBase(known, due) : words.say('work:report.nobody'),
            in_work: of({ count: inWork, known }),
            employee: of({ count: employee, known }),
            self_employed: of({ count: selfEmployed, known }),
            both: of({ count: both, known }),
          })}
        />
      ) : null}
      {has(isBesideKnown) ? (
        <Table
          {...props}
          caption={words.say('work:report.beside_caption')}
          cells={({ beside }) =>
            Object.fromEntries(BESIDE_WORK.map(one => [`beside.${one}.yes`, of(beside[one])]))
          }
        />
      ) : null}
    </>
  )
}

/** @param cells by the key of its column's words */
function Table({
  words,
  points,
  day,
  caption,
  cells,
}: Props & { caption: string; cells: (outcome: Outcome) => Record<string, string> }) {
  const rows = points.map(({ point, outcome }) => ({ point, row: Object.entries(cells(outcome)) }))
  return (
    <table class="events">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.say('work:report.moment')}</th>
          {rows[0]?.row.map(([column]) => (
            <th key={column} scope="col" class="number">
              {words.say(`work:report.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ point, row }) => (
          <tr key={point}>
            <th scope="row">{momentWords(point, point === null ? day : null, words)}</th>
            {row.map(([column, text]) => (
              <td key={column} class="number" data-label={words.say(`work:report.${column}`)}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
