import type { Campaign } from '../../../domain/campaign'
import { ToFix } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { CampaignTabs } from '../campaign/CampaignTabs'
import { EventGroups, type GroupsProps } from './EventGroups'
import { SoFar, type SoFarProps } from './SoFar'

export interface FormPageProps extends GroupsProps, SoFarProps {
  words: Words
  /** Of the campaign, also before it is there. */
  id: string
  /** This page, as it was opened now. */
  pageKey: string
  version?: number | undefined
  after?: string | undefined
  /** It is there: this page is its own. */
  isSaved: boolean
  /** Earlier events to begin from. */
  earlier: readonly Pick<Campaign, '_id' | 'event'>[]
  /** Who was faster. */
  faster?: string | undefined
  done: boolean
}

/** A campaign from nothing, or a draft again: one page, six groups, and the plan as it grows beside them. */
export function FormPage(props: FormPageProps) {
  const { words, id, pageKey, version, after, isSaved, wrong, faster, form } = props
  const { say } = words
  const path = isSaved ? `/campaigns/${encodeURIComponent(id)}/edit` : '/campaigns/new'
  const isWrong = Object.keys(wrong).length > 0
  const name = isSaved ? form.name : say('campaigns:new')
  return (
    <Layout
      words={words}
      title={isWrong ? say('campaigns:title_wrong', { title: name }) : name}
      path={path}
      sheets={['planning']}
    >
      <p>
        <a href="/campaigns">{say('campaigns')}</a>
      </p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {isSaved ? <CampaignTabs campaign={id} path={path} words={words} draft /> : <StartFrom {...props} />}
      {props.done ? <Strip kind="done">{say('campaigns:saved')}</Strip> : null}
      {faster === undefined ? null : (
        <Strip kind="wrong">{say('campaigns:faster', { name: faster || say('campaigns:somebody') })}</Strip>
      )}
      <ToFix wrong={wrong} words={words} />
      <form
        method="post"
        action={path}
        class="planning"
        hx-post={path}
        hx-trigger="change delay:1s"
        hx-target="#so-far"
        hx-select="#so-far"
        hx-swap="outerHTML"
        hx-select-oob="#about-day"
      >
        <input type="hidden" name="page" value={pageKey} />
        <div class="groups">
          <EventGroups {...props} />
          <div class="actions">
            <button type="submit" name="next" value="plan" class="first">
              {say('campaigns:show_plan')}
            </button>
            <button type="submit" name="next" value="people">
              {say('campaigns:choose_people')}
            </button>
            <button type="submit" name="next" value="save">
              {say('campaigns:save_draft')}
            </button>
          </div>
        </div>
        <aside id="so-far" class="sheet" aria-live="polite">
          <input type="hidden" name="key" value={id} />
          <input type="hidden" name="version" value={version ?? ''} />
          {after ? <input type="hidden" name="after" value={after} /> : null}
          {isWrong ? (
            <p class="problem">
              <span>{say('campaigns:not_saved_yet')}</span>
            </p>
          ) : null}
          <SoFar {...props} />
        </aside>
      </form>
    </Layout>
  )
}

/** Place, stop, bring list, contact and benefit of an earlier event come along; its day and people do not. */
function StartFrom({ earlier, after, words }: FormPageProps) {
  if (earlier.length === 0) return null
  return (
    <form method="get" action="/campaigns/new" class="fields start-from">
      <label>
        {words.say('campaigns:start_from')}
        <select name="after">
          <option value="">{words.say('campaigns:from_empty')}</option>
          {earlier.map(({ _id, event }) => (
            <option key={_id} value={_id} selected={_id === after}>
              {[event.name, event.start.slice(0, 10).split('-').reverse().join('/')]
                .filter(Boolean)
                .join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.say('campaigns:take_over')}</button>
    </form>
  )
}
