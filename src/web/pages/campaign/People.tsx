import type { Person } from '../../../domain/report/campaignOverview'
import type { CampaignPageProps } from './CampaignPage'
import { StageTag } from './StageTag'

/** Who got what, who said what, and the little that can be done about it here. */
export function People({ reading, words, answers, asks }: CampaignPageProps) {
  const path = `/campaigns/${reading.campaign._id}`
  return (
    <section class="sheet" aria-labelledby="people">
      <h2 id="people">{words.say('people.title')}</h2>
      <form method="post" action={`${path}/attendance`}>
        <input type="hidden" name="all" value="yes" />
        <button type="submit">{words.say('do.all_yes_were_there')}</button>
      </form>
      <ul class="people">
        {reading.people.map(person => (
          <li key={person.contact}>
            <h3>
              <bdi>{person.name || words.say('people.unknown')}</bdi>{' '}
              <small>
                {person.language} · {person.channels.join(', ')}
              </small>
            </h3>
            <p>
              <span class={`tag ${person.standing === 'agreed' ? 'good' : 'wait'}`}>
                {words.say(`standing.${person.standing}`)}
              </span>{' '}
              <span class="tag">{words.say(`who.${person.rsvp ?? 'silent'}`)}</span>
              {person.attended === undefined ? null : (
                <span class="tag">{words.say(person.attended ? 'do.was_there' : 'do.was_not_there')}</span>
              )}
            </p>
            <Actions person={person} path={path} words={words} />
            <ul class="steps">
              {Object.entries(person.steps).map(([step, { stage, at, reason, channel }]) => (
                <li key={step}>
                  {words.say(`step.${step}`)} · {words.moment(at)} · {channel}{' '}
                  <StageTag
                    stage={stage}
                    words={words}
                    reason={reason ? reasonOf(words, reason) : undefined}
                  />
                </li>
              ))}
            </ul>
            <Replies person={person} answers={answers} asks={asks} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function reasonOf(words: CampaignPageProps['words'], reason: string): string {
  const known = words.say(`reason.${reason}`)
  return known === '' || known.includes(`reason.${reason}`) ? words.say('reason.other') : known
}

function Actions({
  person,
  path,
  words,
}: {
  person: Person
  path: string
  words: CampaignPageProps['words']
}) {
  return (
    <div class="actions">
      {person.standing === 'not_asked' ? (
        <form method="post" action={`${path}/ask-consent`}>
          <input type="hidden" name="contact" value={person.contact} />
          <button type="submit">{words.say('do.ask_consent')}</button>
        </form>
      ) : null}
      {(['yes', 'no'] as const).map(there => (
        <form key={there} method="post" action={`${path}/attendance`}>
          <input type="hidden" name="contact" value={person.contact} />
          <input type="hidden" name="attended" value={there} />
          <button type="submit" class="quiet">
            {words.say(there === 'yes' ? 'do.was_there' : 'do.was_not_there')}
          </button>
        </form>
      ))}
    </div>
  )
}

function Replies({
  person,
  answers,
  asks,
}: Pick<CampaignPageProps, 'answers' | 'asks'> & { person: Person }) {
  const said = person.replies.flatMap(({ dialog, answers: given }) =>
    Object.entries(given).map(([question, answer]) => ({ dialog, question, answer })),
  )
  if (said.length === 0) return null
  return (
    <dl class="replies">
      {said.map(({ dialog, question, answer }) => (
        <div key={`${dialog}.${question}`}>
          <dt>{asks(dialog, question)}</dt>
          <dd dir="auto">
            {[answer]
              .flat()
              .map(one => answers(dialog, question, String(one)))
              .join(', ')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
