import type { Words } from '../../words'
import type { ContactPageProps } from './ContactPage'

/** Where this person takes part, and what they answered there. */
export function Joined({ words, reading }: Pick<ContactPageProps, 'words' | 'reading'>) {
  const { say } = words
  const { campaigns } = reading
  return (
    <section class="sheet" aria-labelledby="campaigns">
      <h2 id="campaigns">{say('contacts:campaigns')}</h2>
      {campaigns.length === 0 ? <p class="soft">{say('contacts:no_campaigns')}</p> : null}
      <ul class="links">
        {campaigns.map(({ campaign, enrolment }) => (
          <li key={campaign._id}>
            <a href={`/campaigns/${encodeURIComponent(campaign._id)}`}>
              <bdi>{campaign.event.name}</bdi>
            </a>
            <br />
            <span class="soft">
              {[
                dayOf(campaign.event.start, words),
                say(`who.${enrolment.rsvp ?? 'silent'}`),
                ...(enrolment.attended === undefined
                  ? []
                  : [say(enrolment.attended ? 'do.was_there' : 'do.was_not_there')]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const dayOf = (start: string, words: Words) => words.day(Date.parse(`${start.slice(0, 10)}T12:00:00Z`))
