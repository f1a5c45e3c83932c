import { SHOWN } from '../../../domain/cases/show'
import type { CasesReading } from '../../../use-cases/readCases'
import { Empty } from '../../components/Empty'
import type { Wrong } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { numbersIn } from '../../numbers'
import type { Words } from '../../words'
import { CaseChoice } from './CaseChoice'
import { CaseRowItem } from './CaseRowItem'
import { ContactTabs } from './ContactTabs'
import { CASES, type CaseQuery, casesPath, type ReadCaseQuery } from './caseQuery'
import { dayIn } from './Work'

export interface CasesPageProps {
  words: Words
  reading: CasesReading
  query: CaseQuery
  typed: ReadCaseQuery['typed']
  wrong: Wrong
  zone: string
  /** Their names, by id. */
  supervisors: ReadonlyMap<string, string>
}

/** Everybody whom we follow, who needs somebody first. */
export function CasesPage(props: CasesPageProps) {
  const { words, reading, query } = props
  const { say } = words
  const { counts, rows, day, today } = reading
  const open = counts.open ?? 0
  return (
    <Layout words={words} title={say('cases:title')} path={CASES} sheets={['contacts', 'cases']}>
      <div class="title">
        <h1>{open > 0 ? say('cases:open_for', { count: open }) : say('cases:nothing_open')}</h1>
        {rows.length > 0 ? (
          <p class="actions">
            <a class="button" href={casesPath(query, undefined, `${CASES}/list.xlsx`)} download>
              <Icon name="download" /> {say('cases:download')}
            </a>
          </p>
        ) : null}
      </div>
      <ContactTabs path={CASES} words={words} />
      {counts.all === 0 ? (
        <Nobody {...props} />
      ) : (
        <section class="sheet" aria-labelledby="cases">
          <Choices {...props} />
          <CaseChoice {...props} />
          <h2 id="cases">{say(`cases:list.${query.show}`, { count: query.weeks })}</h2>
          {day < today ? <p class="notice">{say('cases:as_known', { day: dayIn(day, words) })}</p> : null}
          {rows.length === 0 ? (
            <p>{say(reading.next === undefined ? 'cases:nobody' : 'cases:nobody_so_far')}</p>
          ) : (
            <ul class="rows cases">
              {rows.map(row => (
                <CaseRowItem key={row.contact._id} {...props} row={row} />
              ))}
            </ul>
          )}
          {reading.next === undefined ? null : (
            <p>
              <a class="button" href={casesPath(query, reading.next)} rel="next">
                {say('contacts:next')}
              </a>
            </p>
          )}
        </section>
      )}
    </Layout>
  )
}

/** Whom to show, as links with how many there are. */
function Choices({ words, reading, query }: CasesPageProps) {
  const numbers = numbersIn(words.language)
  return (
    <ul class="chips">
      {SHOWN.map(show => {
        const { [show]: count } = reading.counts
        return (
          <li key={show}>
            <a
              class="chip"
              href={casesPath({ ...query, show })}
              aria-current={show === query.show ? 'true' : undefined}
            >
              <span>
                {words.say(`cases:show.${show}`, { count: query.weeks })}
                {count === null ? null : ` (${numbers.count(count)})`}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

function Nobody({ words: { say }, query }: CasesPageProps) {
  return (
    <section class="sheet">
      <Empty>
        {query.mine ? (
          <>
            {say('cases:empty_mine')}{' '}
            <a href={casesPath({ ...query, mine: false })}>{say('cases:to_everybody')}</a>
          </>
        ) : (
          <>
            {say('cases:empty')} <a href="/contacts">{say('cases:to_contacts')}</a>
          </>
        )}
      </Empty>
    </section>
  )
}
