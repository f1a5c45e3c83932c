import type { Contact } from '../../../domain/contact'
import { isNumber } from '../../../domain/contact'
import type { ConsentForm } from '../../../domain/contacts/consentForm'
import { shownNumber } from '../../../domain/contacts/shownNumber'
import type { WorkForm } from '../../../domain/contacts/workNote'
import { standingOf } from '../../../domain/report/personOf'
import type { IntakeReading } from '../../../use-cases/askIntake'
import type { ContactReading } from '../../../use-cases/readContact'
import type { TrainingReading } from '../../../use-cases/readTrainings'
import type { WorkReading } from '../../../use-cases/readWork'
import type { UndoPreview } from '../../../use-cases/undoMerge'
import { ToFix, type Wrong } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Strip, type Undo } from '../../components/Strip'
import type { Words } from '../../words'
import { talkPath } from '../talks/TalksPage'
import { Consents } from './Consents'
import { History } from './History'
import { IntakeSection } from './IntakeSection'
import { Joined } from './Joined'
import { StandingTag } from './StandingTag'
import { Tags } from './Tags'
import { Trainings } from './Trainings'
import { Work } from './Work'

export const pathOf = ({ _id }: Pick<Contact, '_id'>): string => `/contacts/${encodeURIComponent(_id)}`

export interface ContactPageProps {
  words: Words
  reading: ContactReading & { work: WorkReading; trainings: TrainingReading[] }
  intake: IntakeReading
  /** Who went up in them, as long as that can be undone. */
  merged: UndoPreview | null
  now: number
  /** By code, what has just been done. */
  done?: string | undefined
  /** Takes it back, where that is one step. */
  undo?: Undo | undefined
  /** How the direction of a text is known. */
  direction: (language: string) => 'ltr' | 'rtl'
  /** Everything since the beginning, or only the last of it. */
  all: boolean
  /** There is an inbox to write in. */
  inbox: boolean
  /** Who reads is their supervisor. */
  isSupervisor: boolean
  consent: { key: string; form: ConsentForm; wrong: Wrong; open: boolean }
  work: { key: string; form: WorkForm; wrong: Wrong; open: boolean }
}

export function ContactPage(props: ContactPageProps) {
  const { words, reading, done, undo, consent, work } = props
  const { contact } = reading
  const { say } = words
  const path = pathOf(contact)
  return (
    <Layout words={words} title={say('contacts:one')} path={path} sheets={['contacts', 'bubble']}>
      <p>
        <a href="/contacts">{say('contacts:title')}</a>
      </p>
      <Head {...props} />
      {done ? (
        <Strip kind="done" undo={undo}>
          {say(`contacts:done.${done}`)}
        </Strip>
      ) : null}
      <ToFix wrong={{ ...consent.wrong, ...work.wrong }} words={words} />
      {contact.stopped ? (
        <p class="notice">{say('contacts:stopped_on', { day: words.day(contact.stopped.at) })}</p>
      ) : null}
      <div class="columns">
        <div>
          <History {...props} />
        </div>
        <div class="beside">
          <Details {...props} />
          <Joined {...props} />
          <IntakeSection {...props} />
          <Work {...props} />
          <Trainings {...props} />
          <Consents {...props} />
          <section class="sheet" aria-labelledby="more">
            <h2 id="more">{say('contacts:more')}</h2>
            <ul class="links">
              <li>
                <a href={`${path}/merge`}>{say('contacts:merge.link')}</a>
              </li>
              <li>
                <a href={`${path}/data`}>{say('contacts:data.link')}</a>
              </li>
              <li>
                <a href={`${path}/forget`}>{say('contacts:forget.link')}</a>
              </li>
            </ul>
          </section>
        </div>
      </div>
    </Layout>
  )
}

function Head({ words, reading, inbox }: ContactPageProps) {
  const { contact } = reading
  const { say } = words
  const number = contact.addresses.find(isNumber)?.address
  return (
    <div class="title">
      <div>
        <h1>
          <bdi>{contact.name || say('people.unknown')}</bdi>
        </h1>
        <p class="facts">
          <span>{say(`contacts:audience.${contact.audience}`)}</span>
          <span>{words.languageName(contact.language)}</span>
          <StandingTag standing={standingOf(contact)} words={words} />
        </p>
      </div>
      <p class="actions">
        {number ? (
          <a class="button" href={`tel:${number}`}>
            <Icon name="phone" /> {say('contacts:call')}
          </a>
        ) : null}
        {inbox ? (
          <a class="button" href={`/inbox/${encodeURIComponent(contact._id)}`}>
            <Icon name="chat" /> {say('contacts:write')}
          </a>
        ) : null}
      </p>
    </div>
  )
}

function Details(props: ContactPageProps) {
  const { words, reading, isSupervisor } = props
  const { contact } = reading
  const { say } = words
  const numbers = [...new Set(contact.addresses.filter(isNumber).map(({ address }) => address))]
  const channelsOf = (number: string) =>
    contact.addresses
      .filter(({ address }) => address === number)
      .map(({ channel }) => {
        const lost = contact.unreachable?.[channel]
        return say(lost ? 'contacts:channel_lost' : 'contacts:channel', {
          channel: say(`channel.${channel}`),
        })
      })
  return (
    <section class="sheet" aria-labelledby="details">
      <h2 id="details">{say('contacts:details')}</h2>
      <dl class="facts-list">
        {numbers.map(number => (
          <div key={number}>
            <dt>{say('contacts:field.phone')}</dt>
            <dd>
              <bdi dir="ltr" class="phone">
                {shownNumber(number)}
              </bdi>
              <br />
              <span class="soft">{channelsOf(number).join(' · ')}</span>
            </dd>
          </div>
        ))}
        {numbers.length === 0 ? (
          <div>
            <dt>{say('contacts:field.phone')}</dt>
            <dd>{say(contact.addresses.length > 0 ? 'contacts:account_only' : 'contacts:no_number_long')}</dd>
          </div>
        ) : null}
        <div>
          <dt>{say('contacts:field.language')}</dt>
          <dd>
            {words.languageName(contact.language)}
            {contact.languageChosen ? null : <span class="soft"> ({say('contacts:language_guess')})</span>}
          </dd>
        </div>
        <div>
          <dt>{say('contacts:field.reads')}</dt>
          <dd>{say(`contacts:reads.${contact.reads}`)}</dd>
        </div>
        {contact.evening ? (
          <div>
            <dt>{say('contacts:hours')}</dt>
            <dd>{say('contacts:field.evening')}</dd>
          </div>
        ) : null}
        {contact.fit ? (
          <div>
            <dt>{say('contacts:field.fit')}</dt>
            <dd>
              {say(`work:fit.${contact.fit}`)}
              {contact.fitWhy ? (
                <>
                  : <bdi>{contact.fitWhy}</bdi>
                </>
              ) : null}
            </dd>
          </div>
        ) : null}
        {reading.supervisor === undefined ? null : (
          <div>
            <dt>{say('contacts:field.supervisor')}</dt>
            <dd>
              <bdi>{reading.supervisor}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {isSupervisor ? (
        <p>
          <a href={talkPath(contact._id)}>{say('talks:link')}</a>
        </p>
      ) : null}
      <p>
        <a class="button" href={`${pathOf(contact)}/edit`}>
          <Icon name="pencil" /> {say('contacts:edit')}
        </a>
      </p>
      <Tags words={words} contact={contact} />
    </section>
  )
}
