import type { ExactTrainings, GroupedTrainings } from '../../../domain/report/trainings'
import { Empty } from '../../components/Empty'
import type { Words } from '../../words'
import { Downloads } from './Downloads'
import { Shares } from './Facts'
import { TooFew } from './Hidden'
import type { ReportsPageProps } from './ReportsPage'
import { shortDay } from './reading'

type Of = GroupedTrainings['figures'][number]['of']

/** Who of those who came follows which training, how it goes, and who learns at work (R5). */
export function Trainings(props: ReportsPageProps) {
  const { reading, words } = props
  const { trainings } = reading
  // Of everybody together or not at all, as said where outcomes stand.
  if (!trainings) return null
  return (
    <section class="sheet" aria-labelledby="trainings">
      <div class="title">
        <h2 id="trainings">{words.say('work:training.title')}</h2>
        {props.onPaper ? null : <Downloads path="/reports/trainings" words={words} />}
      </div>
      <p class="soft">{words.say('work:training.report.intro')}</p>
      {trainings.reader === 'staff' ? (
        <Exact {...props} trainings={trainings} />
      ) : (
        <Grouped {...props} trainings={trainings} />
      )}
    </section>
  )
}

/** What a row of a figure is called. */
export function learningWord(of: Of, name: string, words: Words): string {
  if (name === 'several') return words.say(`work:training.report.several_${of}`)
  const group = { kinds: 'is.', statuses: 'status.', workplace: '' }[of]
  return words.say(`work:training.${group}${name}`)
}

/** What a figure is about: `How it goes, as known on 30 Jun 2026`. */
export function learningTitle(of: Of, day: string | null, words: Words): string {
  const moment = words.say(`work:training.report.${of}`)
  return day === null ? moment : words.say('work:report.known_on', { moment, day: shortDay(day, words) })
}

const SHARED = ['kinds', 'statuses'] as const

/** Shares of trainings, with a decimal each; people beside them. */
function Exact({ trainings, words, figures }: ReportsPageProps & { trainings: ExactTrainings }) {
  const { people, several, kinds, workplace } = trainings
  const { say } = words
  if (people + workplace.people === 0) return <Empty>{say('work:training.report.none')}</Empty>
  const counts = (caption: string, rows: readonly [string, string][]) => (
    <table class="answers">
      <caption>{caption}</caption>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="number">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <>
      <div class="questions">
        {counts(say('work:training.report.lessons'), [
          [say('work:training.report.people'), figures.count(people)],
          [say('work:training.report.more'), figures.ofBase(several, people, 1)],
          [say('work:training.report.trainings'), figures.count(kinds.base)],
        ])}
        {counts(say('work:training.is.workplace'), [
          [say('work:training.report.people'), figures.count(workplace.people)],
          [say('work:training.report.people_known'), figures.count(workplace.known)],
          [say('work:training.report.registrations'), figures.count(workplace.registrations)],
        ])}
        {SHARED.map(of =>
          kinds.base === 0 ? null : (
            <Shares
              key={of}
              words={words}
              figures={figures}
              shares={trainings[of]}
              caption={learningTitle(of, null, words)}
              total="work:training.report.of_trainings"
              decimals={1}
              word={name => learningWord(of, name, words)}
            />
          ),
        )}
      </div>
      <p class="soft">{say('work:training.report.note')}</p>
    </>
  )
}

function Grouped({ trainings, words, figures, policy }: ReportsPageProps & { trainings: GroupedTrainings }) {
  const hidden = trainings.figures.filter(({ figure }) => figure === null)
  return (
    <>
      <p class="soft">
        {words.say('work:report.grouped', { k: policy.k })} {words.say('work:training.report.grouped')}
      </p>
      <div class="questions">
        {trainings.figures.map(({ of, figure }) =>
          figure ? (
            <Shares
              key={of}
              words={words}
              figures={figures}
              shares={figure.shares}
              caption={learningTitle(of, figure.day, words)}
              word={name => learningWord(of, name, words)}
            />
          ) : null,
        )}
      </div>
      <TooFew captions={hidden.map(({ of }) => learningTitle(of, null, words))} words={words} />
    </>
  )
}
