import { anchorMoment } from '../../../domain/timeline/dueAt'
import { Empty } from '../../components/Empty'
import type { CampaignPageProps } from './CampaignPage'
import { PersonRow } from './PersonRow'
import { FILTERS, type PeopleFilter } from './peopleFilter'

/** Who got what, who said what, and the little that can be done about it here. */
export function People(props: CampaignPageProps & { path: string }) {
  const { reading, words, path, filter, now } = props
  const { people, campaign } = reading
  const shown = people.filter(FILTERS[filter])
  const begun = anchorMoment(campaign.event, 'start') <= now && campaign.state !== 'cancelled'
  const unmarked = people.filter(({ rsvp, attended }) => rsvp === 'yes' && attended === undefined).length
  return (
    <section class="sheet people" aria-labelledby="people">
      <h2 id="people">{words.say('people.title')}</h2>
      {people.length === 0 ? <Empty>{words.say('people.none')}</Empty> : null}
      <ul class="chips">
        {(Object.keys(FILTERS) as PeopleFilter[]).map(name => {
          const count = people.filter(FILTERS[name]).length
          if (count === 0 && name !== filter) return null
          return (
            <li key={name}>
              <a
                class="chip"
                href={name === 'all' ? `${path}#people` : `${path}?people=${name}#people`}
                aria-current={name === filter ? 'true' : undefined}
              >
                {words.say(`filter.${name}`)} {count}
              </a>
            </li>
          )
        })}
      </ul>
      {begun && unmarked > 0 ? (
        <form method="post" action={`${path}/attendance`}>
          <input type="hidden" name="all" value="yes" />
          <button type="submit">{words.say('do.all_yes_were_there', { count: unmarked })}</button>
        </form>
      ) : null}
      {shown.length === 0 && people.length > 0 ? <p class="soft">{words.say('people.none_here')}</p> : null}
      <ul class="rows">
        {shown.map(person => (
          <PersonRow key={person.contact} {...props} person={person} begun={begun} />
        ))}
      </ul>
    </section>
  )
}
