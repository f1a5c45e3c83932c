import { AUDIENCES } from '../../../domain/contact'
import { anchorMoment } from '../../../domain/timeline/dueAt'
import { mainAudience } from '../../../domain/timeline/mainAudience'
import type { PlanReading } from '../../../use-cases/readPlan'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { CampaignTabs } from '../campaign/CampaignTabs'
import { ToStart } from './DryRunPage'
import { money } from './money'
import { LackingList } from './SoFar'
import { StepLine } from './StepLine'

export interface StepsPageProps {
  reading: PlanReading
  words: Words
  done: boolean
  /** In words. */
  wrong?: string | undefined
}

/** The plan: each step with its day, the reason for it, for how many, and about at what price (ux 3.5). */
export function StepsPage({ reading, words, done, wrong }: StepsPageProps) {
  const { campaign, lines, lacking, people, messages, cents } = reading
  const { say } = words
  const base = `/campaigns/${encodeURIComponent(campaign._id)}`
  const isDraft = campaign.state === 'draft'
  const audiences = AUDIENCES.filter(
    audience =>
      lines.some(line => line.audience === audience) &&
      (audience === mainAudience(lines) || lines.some(line => line.audience === audience && line.people > 0)),
  )
  return (
    <Layout words={words} title={say('campaigns:plan.title')} path={`${base}/steps`} sheets={['planning']}>
      <p>
        <a href="/campaigns">{say('campaigns')}</a>
      </p>
      <div class="title">
        <h1>
          <bdi>{campaign.event.name}</bdi>
        </h1>
        <p class="actions">
          {people > 0 && lines.length > 0 ? (
            <a class="button" href={`${base}/dry-run`}>
              <Icon name="eye" /> {say('campaigns:plan.dry_run')}
            </a>
          ) : null}
          <a class="button" href={`${base}/test`}>
            <Icon name="phone" /> {say('campaigns:plan.test')}
          </a>
        </p>
      </div>
      <CampaignTabs campaign={campaign._id} path={`${base}/steps`} words={words} draft={isDraft} />
      {done ? <Strip kind="done">{say('campaigns:plan.saved')}</Strip> : null}
      {wrong ? <Strip kind="wrong">{wrong}</Strip> : null}
      {lines.length === 0 ? (
        <section class="sheet">
          <Empty>
            {say('campaigns:plan.no_day')}{' '}
            <a href={`${base}/edit#field-date`}>{say('campaigns:plan.choose_day')}</a>
          </Empty>
        </section>
      ) : (
        <section class="sheet plan-sum">
          {people === 0 ? (
            <p>
              {say('campaigns:plan.no_people')}{' '}
              <a href={`${base}/people`}>{say('campaigns:choose_people')}</a>
            </p>
          ) : (
            <p>
              {say('campaigns:plan.sum', {
                people: say('people.count', { count: people }),
                messages: say('campaigns:messages', { count: messages }),
                money: money(cents, words),
              })}
            </p>
          )}
          <Silent reading={reading} words={words} />
          <LackingList lacking={lacking} words={words} to={`${base}/edit`} />
        </section>
      )}
      {audiences.map(audience => (
        <section key={audience} class="sheet" aria-labelledby={`of-${audience}`}>
          <h2 id={`of-${audience}`}>{say(`audience.${audience}`)}</h2>
          <ol class="plan-steps">
            {withEvent(lines, audience, reading).map(line =>
              line === null ? (
                <li key="event" class="plan-event">
                  <Icon name="flag" />{' '}
                  <strong>
                    {words.longDay(anchorMoment(campaign.event, 'start'))}{' '}
                    <bdi dir="ltr">
                      {campaign.event.start.slice(11, 16)}–{campaign.event.end.slice(11, 16)}
                    </bdi>
                  </strong>
                </li>
              ) : (
                <StepLine key={line.step} line={line} campaign={campaign} words={words} />
              ),
            )}
          </ol>
        </section>
      ))}
      {lines.length > 0 ? <ToStart campaign={campaign} words={words} /> : null}
    </Layout>
  )
}

/** The steps of one audience with the event at its place among them. */
function withEvent(lines: PlanReading['lines'], audience: string, { campaign }: PlanReading) {
  const start = anchorMoment(campaign.event, 'start')
  const own = lines.filter(line => line.audience === audience)
  return [
    ...own.filter(({ dueAt }) => dueAt < start),
    ...(own.length > 0 ? [null] : []),
    ...own.filter(({ dueAt }) => dueAt >= start),
  ]
}

/** Who gets nothing as things stand. */
export function Silent({ reading, words }: { reading: Pick<PlanReading, 'silent'>; words: Words }) {
  if (reading.silent.size === 0) return null
  return (
    <ul class="lacking">
      {[...reading.silent].map(([why, count]) => (
        <li key={why} class="notice">
          {words.say(`campaigns:silent.${why}`, { count })}
        </li>
      ))}
    </ul>
  )
}
