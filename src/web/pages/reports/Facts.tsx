import type { Distribution } from '../../../domain/report/distribution'
import { largest, NOT_LISTED } from '../../../domain/report/distribution'
import { RowBar } from '../../charts/RowBar'
import { numbersIn } from '../../numbers'
import { profileList, profileWord, type Reading } from './reading'

/** Said yes against came; before the end nobody has come, so only what people say. Few people are told in words alone. */
export function CameOrNot({ report, words, figures }: Reading) {
  const { attendance, guests, isOver } = report
  const others = isOver ? report.others : []
  const { invited, came, said } = attendance
  const unexpected = came - said.yes.came
  const rows = [
    ['said_yes', said.yes.people],
    ['said_yes_came', said.yes.came],
    ['came_otherwise', unexpected],
    ['came', came],
  ] as const
  const shown = isOver ? rows : rows.filter(([row]) => row === 'said_yes')
  return (
    <section class="sheet" aria-labelledby="came">
      <h2 id="came">{words.say(isOver ? 'reports:came.title' : 'reports:came.before')}</h2>
      <table class="answers">
        <caption>{words.say('reports:came.invited', { n: figures.count(invited) })}</caption>
        <thead class="hidden">
          <tr>
            <th scope="col">{words.say('reports:answer')}</th>
            <td />
            <th scope="col">{words.say('reports:people')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([row, people]) => (
            <tr key={row}>
              <th scope="row">{words.say(`reports:came.${row}`)}</th>
              <td class="bar-cell">
                <RowBar value={{ lo: people, hi: people }} of={invited} direction={words.direction} />
              </td>
              <td class="number">{figures.ofBase(people, invited)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="plain">
        {guests.companions + guests.children > 0 ? (
          <li>{words.say('reports:came.guests', { ...guests })}</li>
        ) : null}
        {others.map(({ audience, invited: theirs, came: there }) => (
          <li key={audience}>
            {words.say('reports:came.others', {
              audience: words.say(`audience.${audience}`),
              of: figures.ofBase(there, theirs),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What people needed, and who they are as far as they told it. */
export function Needs(reading: Reading) {
  const { report, words } = reading
  const isEarly = report.reader === 'organiser' && !report.isOver
  return (
    <section class="sheet" aria-labelledby="needs">
      <h2 id="needs">{words.say('needs.title')}</h2>
      {isEarly ? <p class="soft">{words.say('reports:after_end')}</p> : null}
      {isEarly ? null : (
        <Shares
          {...reading}
          shares={report.needs}
          caption={words.say('reports:needs.of')}
          word={need => words.sayOr(`needs.${need}`, 'needs.other')}
        />
      )}
    </section>
  )
}

/** Of one question, so that who they are stays on its page. */
const MOST_ON_PAPER = 5

export function Profile(reading: Reading) {
  const { report, words, onPaper } = reading
  const known = report.profile.filter(({ known: base }) => base > 0)
  if (known.length === 0) return null
  return (
    <section class="sheet" aria-labelledby="profile">
      <h2 id="profile">{words.say('reports:profile.title')}</h2>
      {report.isOneSided ? (
        <p class="notice">
          {words.say('reports:profile.one_sided', {
            limit: numbersIn(words.language).percent(report.limits.oneSex),
          })}
        </p>
      ) : null}
      <div class="funnels">
        {known.map(({ question, shares }) => (
          <div key={question}>
            <Shares
              {...reading}
              shares={shares && onPaper ? largest(shares, MOST_ON_PAPER) : shares}
              caption={words.say(`reports:profile.${question}`)}
              word={profileWord(question, words)}
              list={profileList(question, words)}
            />
            <Unknown {...reading} shares={shares} of={report.attendance.invited} />
          </div>
        ))}
      </div>
      <p class="soft">{words.say('reports:profile.note')}</p>
    </section>
  )
}

/** Of how many of them nothing is known that may be shown. */
export function Unknown({
  shares,
  of,
  words,
  figures,
}: Pick<Reading, 'words' | 'figures'> & { shares: Distribution | null; of: number }) {
  if (!shares) return null
  const unknown = Math.max(0, of - shares.base)
  return <p class="soft">{words.say('reports:summary.unknown', { of: figures.ofBase(unknown, of) })}</p>
}

/** Rows with their share of a base that is printed; small ones joined and named. */
export function Shares({
  shares,
  caption,
  word,
  words,
  figures,
  list = words.list,
  total = 'reports:of_base',
  decimals = 0,
}: Pick<Reading, 'words' | 'figures'> & {
  shares: Distribution | null
  caption: string
  word: (name: string) => string
  /** Says several of them at once. */
  list?: (names: readonly string[]) => string
  /** Says what it is counted of, where that is not people. */
  total?: string
  /** Of each share. */
  decimals?: number
}) {
  if (!shares || shares.rows.length === 0)
    return (
      <div class="chart">
        <h3>{caption}</h3>
        <p class="soft">{words.say(shares ? 'reports:nothing_asked' : 'reports:too_small')}</p>
      </div>
    )
  const { base, rows, other } = shares
  const name = (one: string) => (one === NOT_LISTED ? words.say('reports:not_listed') : word(one))
  const all = [
    ...rows.map(row => ({ label: name(row.name), count: row.count })),
    ...(other
      ? [
          {
            label: words.say('reports:together', { names: list(other.names.map(name)) }),
            count: other.count,
          },
        ]
      : []),
  ]
  return (
    <table class="answers">
      <caption>{words.say(total, { caption, n: figures.count(base) })}</caption>
      <tbody>
        {all.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="bar-cell">
              <RowBar value={{ lo: count, hi: count }} of={base} direction={words.direction} />
            </td>
            <td class="number">{figures.ofBase(count, base, decimals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
