import { anchorMoment } from '../../../domain/timeline/dueAt'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { lowerFirst } from '../../words'
import type { CampaignPageProps } from './CampaignPage'
import { PersonRow } from './PersonRow'
import { FILTERS, isIn, type PeopleFilter, type PeopleView, viewPath } from './peopleView'
import { stepName } from './whyThen'

/** Who got what, who said what, and the little that can be done about it here. */
export function People(props: CampaignPageProps & { path: string }) {
  const { reading, words, path, view, now } = props
  const { people, campaign, gathers } = reading
  const shown = people.filter(isIn(view))
  const begun = gathers && anchorMoment(campaign.event, 'start') <= now && campaign.state !== 'cancelled'
  const unmarked = people.filter(({ rsvp, attended }) => rsvp === 'yes' && attended === undefined).length
  return (
    <section class="sheet people" aria-labelledby="people">
      <h2 id="people">{words.say('people.title')}</h2>
      {people.length === 0 ? <Empty>{words.say('people.none')}</Empty> : null}
      <ul class="chips">
        {(Object.keys(FILTERS) as PeopleFilter[]).map(name => {
          const count = people.filter(isIn({ ...view, people: name })).length
          if ((count === 0 || (name === 'silent' && !gathers)) && name !== view.people) return null
          return (
            <li key={name}>
              <a
                class="chip"
                href={`${viewPath(path, view, { people: name })}#people`}
                aria-current={name === view.people ? 'true' : undefined}
              >
                {words.say(`filter.${name}`)} {count}
              </a>
            </li>
          )
        })}
        <Narrowed {...props} />
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

/** What else narrows the list, each with its way back to more people. */
function Narrowed({ view, words, path }: CampaignPageProps & { path: string }) {
  const { speaks, needs, step, reached } = view
  const by: [string | undefined, Partial<PeopleView>][] = [
    [speaks && words.languageName(speaks), { speaks: undefined }],
    [needs && words.sayOr(`needs.${needs}`, 'needs.other'), { needs: undefined }],
    [
      step && reached && `${stepName(step, words)}: ${lowerFirst(words.say(`stage.${reached}`))}`,
      { step: undefined, reached: undefined },
    ],
  ]
  return by.map(([name, without]) =>
    name ? (
      <li key={name}>
        <a class="chip" aria-current="true" href={`${viewPath(path, view, without)}#people`}>
          {name} <Icon name="cross" />
          <span class="hidden">{words.say('filter.undo')}</span>
        </a>
      </li>
    ) : null,
  )
}
