import { lastStepOf, type Person, type Standing } from '../../../domain/report/personOf'
import type { IconName } from '../../components/Icon'
import { type Colour, Tag } from '../../components/Tag'
import type { Words } from '../../words'
import type { CampaignPageProps } from './CampaignPage'
import { PersonDetails } from './PersonDetails'
import { StageTag } from './StageTag'
import { stepName } from './whyThen'

type RowProps = CampaignPageProps & { person: Person; path: string; begun: boolean }

/** One person: what they answered and the last thing that happened; the rest is folded. */
export function PersonRow(props: RowProps) {
  const { person, words, path, reading } = props
  const { audience, standing, rsvp, attended } = person
  return (
    <li class="person" id={`person-${person.contact}`}>
      <div class="who">
        <h3>
          <a href={`${path}/people/${encodeURIComponent(person.contact)}`}>
            <bdi>{person.name || words.say('people.unknown')}</bdi>
          </a>
        </h3>
        <p class="soft">
          {[
            ...(audience === 'participant' ? [] : [words.say(`audience_one.${audience}`)]),
            words.languageName(person.language),
            ...person.channels.map(channel => words.say(`channel.${channel}`)),
          ].join(' · ')}
        </p>
        <p class="tags">
          {standing === 'agreed' ? null : <StandingTag standing={standing} words={words} />}
          {rsvp || (reading.gathers && audience === 'participant') ? (
            <RsvpTag rsvp={rsvp} words={words} />
          ) : null}
          {attended === undefined ? null : (
            <Tag icon={attended ? 'check' : 'minus'} colour={attended ? 'good' : 'quiet'}>
              {words.say(attended ? 'do.was_there' : 'do.was_not_there')}
            </Tag>
          )}
        </p>
        <With person={person} words={words} />
      </div>
      <Last person={person} words={words} />
      <Deeds {...props} path={path} />
      <PersonDetails {...props} />
    </li>
  )
}

const STANDING: Record<Exclude<Standing, 'agreed'>, [IconName, Colour]> = {
  stopped: ['hand', 'bad'],
  asked: ['shield', 'wait'],
  not_asked: ['shield', 'wait'],
}

function StandingTag({ standing, words }: { standing: Exclude<Standing, 'agreed'>; words: Words }) {
  const [icon, colour] = STANDING[standing]
  return (
    <Tag icon={icon} colour={colour}>
      {words.say(`standing.${standing}`)}
    </Tag>
  )
}

const RSVP: Record<'yes' | 'maybe' | 'no' | 'silent', [IconName, Colour]> = {
  yes: ['check', 'sea'],
  maybe: ['question', 'read'],
  no: ['cross', 'quiet'],
  silent: ['clock', 'planned'],
}

function RsvpTag({ rsvp = 'silent', words }: { rsvp?: keyof typeof RSVP | undefined; words: Words }) {
  const [icon, colour] = RSVP[rsvp]
  return (
    <Tag icon={icon} colour={colour}>
      {words.say(`who.${rsvp}`)}
    </Tag>
  )
}

function With({ person: { companions, children, needs }, words }: { person: Person; words: Words }) {
  const parts = [
    ...(companions > 0 ? [words.say('who.companions', { count: companions })] : []),
    ...(children > 0 ? [words.say('who.children', { count: children })] : []),
    ...needs.map(need => words.sayOr(`needs.${need}`, 'needs.other')),
  ]
  return parts.length > 0 ? <p class="with">{parts.join(' · ')}</p> : null
}

function Last({ person, words }: { person: Person; words: Words }) {
  const last = lastStepOf(person)
  if (!last) return <p class="last soft">{words.say('people.nothing_yet')}</p>
  return (
    <p class="last">
      <strong>{stepName(last.step, words)}</strong>{' '}
      <StageTag stage={last.stage} words={words} reason={last.reason} />{' '}
      <span class="soft">{words.moment(last.at)}</span>
    </p>
  )
}

function Deeds({ person, words, path, begun }: RowProps) {
  const asks = person.standing === 'not_asked'
  if (!asks && !begun) return null
  return (
    <div class="actions">
      {asks ? (
        <form method="post" action={`${path}/ask-consent`}>
          <input type="hidden" name="contact" value={person.contact} />
          <button type="submit">{words.say('do.ask_consent')}</button>
        </form>
      ) : null}
      {begun
        ? (['yes', 'no'] as const)
            .filter(there => person.attended !== (there === 'yes'))
            .map(there => (
              <form key={there} method="post" action={`${path}/attendance`}>
                <input type="hidden" name="contact" value={person.contact} />
                <input type="hidden" name="attended" value={there} />
                <input
                  type="hidden"
                  name="seen"
                  value={person.attended === undefined ? '' : person.attended ? 'yes' : 'no'}
                />
                <button type="submit" class="quiet">
                  {words.say(there === 'yes' ? 'do.was_there' : 'do.was_not_there')}
                  <span class="hidden">: {person.name}</span>
                </button>
              </form>
            ))
        : null}
    </div>
  )
}
