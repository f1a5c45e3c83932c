import { isNumber } from '../../../domain/contact'
import { shownNumber } from '../../../domain/contacts/shownNumber'
import { stateOf } from '../../../domain/contacts/training'
import { asStatusNote } from '../../../domain/contacts/workNote'
import { workOf } from '../../../domain/report/outcome'
import type { PersonData } from '../../../use-cases/exportContact'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { toldWords } from '../../toldWords'
import type { Words } from '../../words'
import { StageTag } from '../campaign/StageTag'
import type { sayings } from '../campaign/sayings'
import { pathOf } from './ContactPage'
import { Given } from './Given'
import { factsIn } from './Trainings'
import { dayIn } from './Work'

export interface DataPageProps extends Pick<ReturnType<typeof sayings>, 'asks' | 'answers'> {
  words: Words
  data: PersonData
}

/** Everything we know of one person, to read together or to print and hand over. */
export function DataPage({ words, data, asks, answers }: DataPageProps) {
  const { say } = words
  const { person } = data
  const path = pathOf(person)
  const name = person.name || say('people.unknown')
  const facts: [string, string][] = [
    [say('contacts:field.name'), name],
    ...person.addresses.map(({ channel, address }): [string, string] => [
      say(`channel.${channel}`),
      isNumber({ channel, address }) ? shownNumber(address) : address,
    ]),
    [say('contacts:field.language'), words.languageName(person.language)],
    [say('contacts:field.audience'), say(`contacts:audience.${person.audience}`)],
    [say('contacts:field.reads'), say(`contacts:reads.${person.reads}`)],
    [say('contacts:field.tags'), person.tags.join(', ') || '–'],
    ...(person.fit
      ? [
          [
            say('contacts:field.fit'),
            [say(`work:fit.${person.fit}`), person.fitWhy].filter(Boolean).join(': '),
          ] as [string, string],
        ]
      : []),
  ]
  return (
    <Layout words={words} title={say('contacts:data.link')} path={`${path}/data`} sheets={['contacts']}>
      <p class="no-print">
        <a href={path}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1>{say('contacts:data.title', { name: `\u2068${name}\u2069` })}</h1>
      <p class="soft">
        {say('contacts:data.made', { who: data.organisation, when: words.moment(data.madeAt) })}
      </p>
      <form method="post" action={`${path}/data`}>
        <button type="submit">
          <Icon name="download" /> {say('contacts:data.download')}
        </button>
      </form>
      <section class="sheet" aria-labelledby="person">
        <h2 id="person">{say('contacts:details')}</h2>
        <dl class="facts-list">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="sheet" aria-labelledby="consents">
        <h2 id="consents">{say('contacts:consents')}</h2>
        {data.consents.length === 0 ? <p>{say('contacts:consent.unknown')}</p> : null}
        <ul class="plain">
          {data.consents.map(line => (
            <li key={line.key}>
              {say(`contacts:purpose.${line.purpose}`)}: {say(`contacts:consent.${line.state}`)},{' '}
              {words.longDay(line.at)} {line.how ? <q>{line.how}</q> : null} <bdi>{line.about}</bdi>
            </li>
          ))}
        </ul>
      </section>
      <section class="sheet" aria-labelledby="campaigns">
        <h2 id="campaigns">{say('contacts:campaigns')}</h2>
        {data.campaigns.length === 0 ? <p>{say('contacts:no_campaigns')}</p> : null}
        <ul class="plain">
          {data.campaigns.map(({ event, enrolment }) => (
            <li key={enrolment._id}>
              <bdi>{event}</bdi>: {say(`who.${enrolment.rsvp ?? 'silent'}`)}
            </li>
          ))}
        </ul>
      </section>
      <section class="sheet" aria-labelledby="replies">
        <h2 id="replies">{say('people.said')}</h2>
        <p class="soft">{say('contacts:data.no_anonymous')}</p>
        {data.hidden > 0 ? <p>{say('contacts:data.in_the_file', { count: data.hidden })}</p> : null}
        <dl class="facts-list">
          {data.replies.map(reply => (
            <Given key={reply._id} reply={reply} words={words} asks={asks} answers={answers} />
          ))}
        </dl>
      </section>
      {data.work.length > 0 ? (
        <section class="sheet" aria-labelledby="work">
          <h2 id="work">{say('work:title')}</h2>
          <ul class="plain">
            {data.work.map(note => (
              <li key={note._id}>
                {dayIn(note.day, words)}: {toldWords({ ...note, work: workOf(asStatusNote(note)) }, words)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {data.trainings.length > 0 ? (
        <section class="sheet" aria-labelledby="trainings">
          <h2 id="trainings">{say('work:training.title')}</h2>
          <ul class="plain">
            {data.trainings.map(training => (
              <li key={training._id}>
                {say(`work:training.is.${stateOf(training).kind}`)}, {factsIn(stateOf(training), words)}{' '}
                {stateOf(training).mistaken ? (
                  <span class="soft">({say('work:training.mistaken')})</span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {data.readings.length > 0 ? (
        <section class="sheet" aria-labelledby="readings">
          <h2 id="readings">{say('contacts:data.readings')}</h2>
          <ul class="plain">
            {data.readings.map(({ at, by }) => (
              <li key={at}>
                {words.moment(at)} · <bdi>{by}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="sheet" aria-labelledby="messages">
        <h2 id="messages">{say('contacts:history')}</h2>
        {data.messages.length === 0 ? <p>{say('contacts:no_history')}</p> : null}
        <ul class="plain">
          {data.messages.map(line => (
            <li key={line.id}>
              <span class="soft">
                {words.moment(line.at)} ·{' '}
                {say(line.kind === 'sent' ? 'contacts:data.sent' : 'contacts:data.received')}
              </span>{' '}
              {line.kind === 'sent' ? (
                <StageTag stage={line.stage} words={words} reason={line.reason} />
              ) : null}
              {line.kind === 'private' ? <p>{say('inbox:private')}</p> : null}
              {line.kind !== 'private' && line.text ? <p dir="auto">{line.text}</p> : null}
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  )
}
