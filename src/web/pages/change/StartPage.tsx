import type { ChangePreview } from '../../../use-cases/previewChange'
import type { PlanReading } from '../../../use-cases/readPlan'
import { Icon } from '../../components/Icon'
import { money } from '../planning/money'
import { LackingList } from '../planning/SoFar'
import { Silent } from '../planning/StepsPage'
import { ChangePage, type ChangeProps, pathOf } from './ChangePage'
import { WillChange } from './WhatWillChange'

/** The number and the first moment on the button are the question whether one is sure. */
export function StartPage({
  plan,
  preview,
  ...props
}: ChangeProps & { plan: PlanReading; preview?: ChangePreview | undefined }) {
  const { campaign, words } = props
  const { say } = words
  const path = pathOf(campaign)
  const { people, messages, cents, lacking, lines } = plan
  const silent = [...plan.silent.values()].reduce((sum, count) => sum + count, 0)
  const notAsked = plan.silent.get('no_consent') ?? 0
  const instead = lines.flatMap(line => (line.skipped ? [] : line.instead))
  const isReady = lacking.length === 0 && people > 0 && preview?.firstAt !== undefined && silent < people
  return (
    <ChangePage
      {...props}
      title={say('campaigns:start.title', { event: campaign.event.name })}
      path={`${path}/start`}
    >
      <LackingList lacking={lacking} words={words} to={`${path}/edit`} />
      {people === 0 ? (
        <p class="notice">
          {say('campaigns:start.nobody')} <a href={`${path}/people`}>{say('campaigns:choose_people')}</a>
        </p>
      ) : null}
      {people > 0 && lacking.length === 0 && preview && preview.firstAt === undefined ? (
        <p class="notice">{say('campaigns:start.nobody_gets')}</p>
      ) : null}
      {preview ? (
        <WillChange words={words} notice={isReady}>
          {preview.firstAt === undefined ? null : (
            <li>
              <Icon name="send" />{' '}
              {say('campaigns:start.first', { count: people - silent, when: words.moment(preview.firstAt) })}
            </li>
          )}
          <li>
            <Icon name="calendar" />{' '}
            {say('campaigns:start.all', { count: messages, money: money(cents, words) })}
          </li>
          {[...new Map(instead.map(one => [one.wanted, one])).values()].map(one => (
            <li key={one.wanted}>
              <Icon name="words" />{' '}
              {say('campaigns:instead', {
                wanted: words.languageName(one.wanted),
                language: words.languageName(one.language),
                count: one.people,
              })}
            </li>
          ))}
          <li>
            <Icon name="phone" />{' '}
            {say('campaigns:start.contact', {
              name: `\u2068${campaign.event.contactName}\u2069`,
              phone: `\u2068${campaign.event.contactPhone}\u2069`,
            })}
          </li>
        </WillChange>
      ) : null}
      <Silent reading={plan} words={words} />
      {isReady && preview?.firstAt !== undefined ? (
        <form method="post" action={`${path}/start`} class="form">
          <input type="hidden" name="version" value={campaign.version} />
          {notAsked > 0 ? (
            <label class="choice">
              <input type="checkbox" name="ask" value="yes" checked />
              <span>{say('campaigns:start.ask', { count: notAsked })}</span>
            </label>
          ) : null}
          <button type="submit" class="first">
            {say('campaigns:start.button', { count: people, when: words.moment(preview.firstAt) })}
          </button>
        </form>
      ) : null}
    </ChangePage>
  )
}
