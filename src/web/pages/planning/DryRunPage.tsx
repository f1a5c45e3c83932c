import type { Campaign } from '../../../domain/campaign'
import type { DryMessage, PersonRun } from '../../../use-cases/dryRun'
import { Bubble, Wall } from '../../components/Bubble'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'
import { stepName, whyThen } from '../campaign/whyThen'
import { pathOf } from '../change/ChangePage'
import { money } from './money'

export interface DryRunPageProps {
  campaign: Campaign
  words: Words
  runs: readonly PersonRun[]
  /** Of all people; a page shows some of them. */
  from: number
  total: number
}

/** So many people on one page. */
export const PER_PAGE = 25

/** Every message of every person, as it would go; nothing is sent and nothing stored. */
export function DryRunPage({ campaign, words, runs, from, total }: DryRunPageProps) {
  const { say } = words
  const base = `/campaigns/${encodeURIComponent(campaign._id)}`
  const path = `${base}/dry-run`
  const next = from + PER_PAGE < total ? from + PER_PAGE : null
  return (
    <Layout words={words} title={say('campaigns:dry.title')} path={path} sheets={['planning']}>
      <p>
        <a href={`${base}/steps`}>
          <bdi>{campaign.event.name}</bdi>
        </a>
      </p>
      <div class="title">
        <h1>{say('campaigns:dry.title')}</h1>
        <p class="actions">
          <a class="button" href={`${path}.csv`}>
            {say('campaigns:dry.download')}
          </a>
        </p>
      </div>
      <p class="soft">{say('campaigns:dry.nothing_sent')}</p>
      {runs.length === 0 ? (
        <section class="sheet">
          <Empty>
            {say('campaigns:dry.nobody')} <a href={`${base}/people`}>{say('campaigns:choose_people')}</a>
          </Empty>
        </section>
      ) : null}
      {runs.map(run => (
        <PersonTable key={run.contact._id} run={run} words={words} path={path} />
      ))}
      {total > PER_PAGE ? (
        <p class="actions">
          {from > 0 ? (
            <a class="button" href={`${path}?from=${Math.max(0, from - PER_PAGE)}`}>
              {say('campaigns:dry.before')}
            </a>
          ) : null}
          {next === null ? null : (
            <a class="button" href={`${path}?from=${next}`}>
              {say('campaigns:dry.more', { count: total - next })}
            </a>
          )}
        </p>
      ) : null}
      {runs.length > 0 ? <ToStart campaign={campaign} words={words} /> : null}
    </Layout>
  )
}

function PersonTable({ run, words, path }: { run: PersonRun; words: Words; path: string }) {
  const { say } = words
  const { contact, steps } = run
  const cents = steps.reduce((sum, step) => sum + step.cents, 0)
  return (
    <section class="sheet">
      <h2>
        <a href={`${path}/${encodeURIComponent(contact._id)}`}>
          <bdi>{contact.name || say('people.unknown')}</bdi>
        </a>{' '}
        <span class="soft">
          {words.languageName(contact.language)} · {say('campaigns:at_most', { money: money(cents, words) })}
        </span>
      </h2>
      <ol class="dry">
        {steps.map(step => (
          <li key={step.step} class={step.skipped ? 'skipped' : undefined}>
            <span class="when">{step.skipped ? <Icon name="ban" /> : words.moment(step.dueAt)}</span>
            <strong>{stepName(step.step, words)}</strong>
            <span>{howOf(step, words)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Channel, language really used and price; or why it does not come. */
export function howOf(step: DryMessage, words: Words): string {
  const { say } = words
  const { skipped, reasons, onlyIf, channel, rendered, parts, cents, does, task = 'call' } = step
  if (skipped) return whyNot(skipped, reasons, words)
  const only = onlyIf ? say(`campaigns:only_if.${onlyIf}`) : ''
  if (does === 'task' || !channel || !rendered) return [say(`task.${task}`), only].filter(Boolean).join('. ')
  const how = [
    say(`channel.${channel}`),
    ...(rendered.template && channel === 'whatsapp' ? [say('campaigns:dry.template')] : []),
    ...(parts && parts > 1 ? [say('campaigns:dry.parts', { count: parts })] : []),
    words.languageName(rendered.language),
    say('campaigns:about', { money: money(cents, words) }),
  ].join(' · ')
  const instead = rendered.wanted
    ? say('campaigns:dry.instead', { wanted: words.languageName(rendered.wanted) })
    : ''
  return [how, instead, only].filter(Boolean).join('. ')
}

function whyNot(skipped: string, reasons: DryMessage['reasons'], words: Words): string {
  const own = `campaigns:skip.${skipped}`
  return words.say(own) === own ? whyThen(reasons, words) : words.say(own)
}

/** One person's messages as their phone will show them, one after the other. */
export function PersonRunPage({
  campaign,
  words,
  run,
}: {
  campaign: Campaign
  words: Words
  run: PersonRun
}) {
  const { say } = words
  const path = `/campaigns/${encodeURIComponent(campaign._id)}/dry-run`
  const name = run.contact.name || say('people.unknown')
  return (
    <Layout
      words={words}
      title={say('campaigns:dry.title')}
      path={`${path}/${encodeURIComponent(run.contact._id)}`}
      sheets={['planning', 'bubble']}
    >
      <p>
        <a href={path}>{say('campaigns:dry.title')}</a>
      </p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <p class="soft">
        {words.languageName(run.contact.language)} · {say('campaigns:dry.nothing_sent')}
      </p>
      <ol class="dry-bubbles">
        {run.steps.map(step => (
          <li key={step.step} class="sheet">
            <h2>
              {stepName(step.step, words)}{' '}
              <span class="soft">{step.skipped ? say('steps.skipped') : words.moment(step.dueAt)}</span>
            </h2>
            <p class="soft">{howOf(step, words)}</p>
            {step.rendered && step.channel ? (
              <Wall
                seen="on-phone"
                direction={step.rendered.direction}
                label={say('campaigns:dry.bubble', { step: stepName(step.step, words) })}
              >
                <Bubble
                  words={words}
                  side="ours"
                  channel={step.channel}
                  language={step.rendered.language}
                  direction={step.rendered.direction}
                  text={step.rendered.text}
                  state="not_yet"
                  at={step.dueAt}
                  parts={step.parts}
                  choices={step.rendered.choices}
                />
              </Wall>
            ) : null}
          </li>
        ))}
      </ol>
      <ToStart campaign={campaign} words={words} />
    </Layout>
  )
}

/** Of a draft: the next step after every look at it. */
export const ToStart = ({ campaign, words }: { campaign: Campaign; words: Words }) =>
  campaign.state === 'draft' ? (
    <p>
      <a class="button first" href={`${pathOf(campaign)}/start`}>
        {words.say('campaigns:plan.to_start')}
      </a>
    </p>
  ) : null
