import type { Campaign } from '../../../../domain/campaign'
import type { ListImport } from '../../../../domain/contacts/listImport'
import { Layout } from '../../../components/Layout'
import { Strip } from '../../../components/Strip'
import type { Words } from '../../../words'
import { pathOf } from '../../change/ChangePage'
import { ImportBar } from './ImportBar'

/** How many came in, how many did not, and the way back within a day. */
export function DonePage({
  words,
  listImport,
  campaign,
  now,
  stayed,
}: {
  words: Words
  listImport: ListImport
  /** For which somebody brought the list. */
  campaign?: Campaign | undefined
  now: number
  /** After taking back: who stayed because something was sent or changed since. */
  stayed?: number | undefined
}) {
  const { say } = words
  const { _id, state, result, until } = listImport
  const path = `/contacts/import/${encodeURIComponent(_id)}`
  const { added = 0, changed = 0, notTaken = 0 } = result ?? {}
  const canUndo = state === 'done' && added > 0 && now < until
  return (
    <Layout words={words} title={say('contacts:import')} path={`${path}/done`} sheets={['contacts']}>
      <h1>
        {state === 'undone'
          ? say('contacts:list.undone_title')
          : added + changed === 0
            ? say('import:nothing_new')
            : say('import:added', { count: added })}
      </h1>
      <ImportBar words={words} step="done" />
      {canUndo ? (
        <Strip
          kind="done"
          undo={{ action: `${path}/undo`, fields: {}, label: say('contacts:list.undo', { count: added }) }}
        >
          {say('contacts:list.undo_until', { when: words.moment(until) })}
        </Strip>
      ) : null}
      {state === 'undone' ? (
        <Strip kind="done">
          {stayed ? say('contacts:list.undone_but', { count: stayed }) : say('contacts:list.undone')}
        </Strip>
      ) : null}
      <section class="sheet">
        {state === 'done' && changed > 0 ? <p>{say('import:changed', { count: changed })}</p> : null}
        {state === 'done' && notTaken > 0 ? <p>{say('import:not_taken', { count: notTaken })}</p> : null}
        <p>{say('contacts:list.file_gone')}</p>
        <p class="actions">
          {campaign ? (
            <a class="button first" href={`${pathOf(campaign)}/people`}>
              {say('contacts:list.to_campaign', { event: `\u2068${campaign.event.name}\u2069` })}
            </a>
          ) : null}
          <a class="button" href="/contacts">
            {say('contacts:list.to_contacts')}
          </a>
          <a href="/contacts/import">{say('contacts:list.another')}</a>
        </p>
      </section>
    </Layout>
  )
}
