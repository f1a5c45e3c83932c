import type { CampaignReading } from '../../../use-cases/readCampaign'
import { Icon, type IconName } from '../../components/Icon'
import type { Words } from '../../words'
import { Bar } from './Bar'
import { type PeopleView, viewPath } from './peopleView'

interface Part {
  reading: CampaignReading
  words: Words
}

/** Who said what, with whom they come. */
export function WhoComes({ reading, words, path }: Part & { path: string }) {
  const { rsvp, guests } = reading
  const asked = rsvp.yes + rsvp.maybe + rsvp.no + rsvp.silent
  const others = (['maybe', 'no', 'silent'] as const).map(answer => [answer, rsvp[answer]] as const)
  return (
    <section class="sheet" aria-labelledby="who">
      <h2 id="who">{words.say('who.title')}</h2>
      <p class="large">
        <strong>{rsvp.yes}</strong>{' '}
        <span>
          {words.say('who.say_yes')}
          {guests.companions > 0 ? `, ${words.say('who.companions', { count: guests.companions })}` : ''}
          {guests.children > 0 ? `, ${words.say('who.children', { count: guests.children })}` : ''}
        </span>
      </p>
      {asked > 0 ? <Bar parts={[['yes', rsvp.yes], ...others]} /> : null}
      <dl class="figures">
        {others.map(([answer, count]) => (
          <div key={answer}>
            <dt>
              <svg class="key" viewBox="0 0 12 12" aria-hidden="true">
                <rect class={`segment ${answer}`} width="12" height="12" rx="3" />
              </svg>{' '}
              {count > 0 ? (
                <a href={`${viewPath(path, { people: answer })}#people`}>{words.say(`who.${answer}`)}</a>
              ) : (
                words.say(`who.${answer}`)
              )}
            </dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const SIGNS: Record<string, IconName> = {
  childcare: 'child',
  travel: 'bus',
  interpreter: 'words',
  company: 'people',
}

/** What people asked for, as numbers; each leads to who it is. */
export function Needs({ reading, words, path }: Part & { path: string }) {
  const needs = Object.entries(reading.needs).sort((a, b) => b[1] - a[1])
  return (
    <section class="sheet" aria-labelledby="needs">
      <h2 id="needs">{words.say('needs.title')}</h2>
      {needs.length === 0 ? <p class="soft">{words.say('needs.none')}</p> : null}
      <dl class="figures">
        {needs.map(([need, count]) => (
          <div key={need}>
            <dt>
              <Icon name={SIGNS[need] ?? 'hand'} />{' '}
              <a href={`${viewPath(path, { people: 'all', needs: need })}#people`}>
                {words.sayOr(`needs.${need}`, 'needs.other')}
              </a>
            </dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Who reads what; each leads to the steps and the people of that language. */
export function Languages({ reading, words, path, view }: Part & { path: string; view: PeopleView }) {
  const languages = Object.entries(reading.languages).sort((a, b) => b[1] - a[1])
  if (languages.length === 0) return null
  return (
    <section class="sheet" aria-labelledby="languages">
      <h2 id="languages">{words.say('languages.title')}</h2>
      <dl class="figures">
        {languages.map(([tag, count]) => (
          <div key={tag}>
            <dt>
              <a
                href={`${viewPath(path, { people: 'all', speaks: tag })}#steps`}
                aria-current={view.speaks === tag ? 'true' : undefined}
              >
                {words.languageName(tag)}
              </a>
            </dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
