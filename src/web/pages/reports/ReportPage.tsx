import type { ComponentChildren } from 'preact'
import { Hatches } from '../../charts/Hatches'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import { CampaignTabs } from '../campaign/CampaignTabs'
import { Downloads } from './Downloads'
import { CameOrNot, Needs, Profile } from './Facts'
import { Funnel } from './Funnel'
import type { FunnelFilter } from './filters'
import { InShort } from './InShort'
import { Method } from './Method'
import { dayWords, type Reading, reportPath } from './reading'
import { Thoughts } from './Thoughts'

export interface ReportPageProps {
  reading: Reading
  filter: FunnelFilter
  /** Where one came from, for who may go there. */
  campaign: boolean
  /** It is open as a page of its campaign. */
  tab: boolean
  /** They may close what is asked before its day. */
  mayClose: boolean
  /** What has just been done. */
  done?: 'kept' | 'dropped' | 'closed' | undefined
  /** The conclusion that has just been taken away. */
  dropped?: string | undefined
  children?: ComponentChildren
}

/** Sentence first, picture second, table third, method last (ux 3.17). */
export function ReportPage(props: ReportPageProps) {
  const { reading, filter, campaign, tab, mayClose, done, dropped, children } = props
  const { report, words } = reading
  const { event } = report
  const path = reportPath(event.id)
  const campaignPath = `/campaigns/${encodeURIComponent(event.id)}`
  const open = tab ? `${campaignPath}/report` : path
  return (
    <Layout words={words} title={event.name} path={open} sheets={['charts', 'reports']}>
      <Hatches />
      <header class="head">
        <p>
          {tab ? (
            <a href="/campaigns">{words.say('campaigns')}</a>
          ) : (
            <a href="/reports">{words.say('reports:title')}</a>
          )}
        </p>
        <div class="title">
          <h1>
            <bdi>{event.name}</bdi>
          </h1>
          <div class="actions">
            <a class="button" href={`${path}/print`}>
              <Icon name="print" /> {words.say('reports:print')}
            </a>
            <Downloads path={path} words={words} />
          </div>
        </div>
        <p class="facts">
          <span>
            <Icon name="calendar" /> <time dateTime={event.start}>{dayWords(event.start, words)}</time>
          </span>
          {event.place ? (
            <span>
              <Icon name="place" /> <bdi>{event.place}</bdi>
            </span>
          ) : null}
          {campaign && !tab ? <a href={campaignPath}>{words.say('reports:to_campaign')}</a> : null}
          {report.isOver || !report.takesOwnQuestions ? null : (
            <a href={`${path}/questions`}>{words.say('reports:own.link')}</a>
          )}
          <a href={`/reports/compare?events=${encodeURIComponent(event.id)}`}>
            {words.say('reports:compare.with')}
          </a>
        </p>
      </header>
      {tab ? <CampaignTabs campaign={event.id} path={open} words={words} /> : null}
      {done ? (
        <Strip
          kind="done"
          undo={
            dropped === undefined
              ? undefined
              : {
                  action: `${path}/conclusions/${encodeURIComponent(dropped)}/state`,
                  fields: { state: 'open' },
                  label: words.say('reports:undo'),
                }
          }
        >
          {words.say(done === 'closed' ? 'reports:close.done' : `reports:conclusions.${done}`)}
        </Strip>
      ) : null}
      <InShort {...reading} />
      <Thoughts {...reading} mayClose={mayClose} />
      {report.gathers ? (
        <div class="pair">
          <CameOrNot {...reading} />
          <Needs {...reading} />
        </div>
      ) : null}
      <Funnel {...reading} filter={filter} />
      <Profile {...reading} />
      {children}
      <Method {...reading} reader={report.reader} />
    </Layout>
  )
}
