import type { Campaign } from '../../../domain/campaign'
import { CHANNELS } from '../../../domain/message'
import type { TestAsked } from '../../../use-cases/sendTest'
import { Empty } from '../../components/Empty'
import { Field, FieldSet, ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { stepName } from '../campaign/whyThen'

export interface TestPageProps {
  campaign: Campaign
  words: Words
  steps: readonly string[]
  languages: readonly string[]
  asked?: TestAsked | undefined
  wrong: Wrong
  /** The last two digits of the number it was sent to. */
  sent?: string | undefined
}

/** One message to one's own phone, as people would get it. */
export function TestPage({ campaign, words, steps, languages, asked, wrong, sent }: TestPageProps) {
  const { say } = words
  const base = `/campaigns/${encodeURIComponent(campaign._id)}`
  const path = `${base}/test`
  return (
    <Layout words={words} title={say('campaigns:test.title')} path={path} sheets={['planning']}>
      <p>
        <a href={`${base}/steps`}>
          <bdi>{campaign.event.name}</bdi>
        </a>
      </p>
      <h1>{say('campaigns:test.title')}</h1>
      {sent === undefined ? null : <Strip kind="done">{say('campaigns:test.sent', { end: sent })}</Strip>}
      <ToFix wrong={wrong} words={words} />
      {steps.length === 0 ? (
        <section class="sheet">
          <Empty>
            {say('campaigns:plan.no_day')}{' '}
            <a href={`${base}/edit#field-date`}>{say('campaigns:plan.choose_day')}</a>
          </Empty>
        </section>
      ) : (
        <form method="post" action={path} class="form sheet">
          <p class="soft">{say('campaigns:test.nothing_kept')}</p>
          <Field name="step" label={say('steps.step')} wrong={wrong.step}>
            {ids => (
              <select {...ids}>
                {steps.map(step => (
                  <option key={step} value={step} selected={step === asked?.step}>
                    {stepName(step, words)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="language" label={say('nav.language')}>
            {ids => (
              <select {...ids}>
                {languages.map(tag => (
                  <option key={tag} value={tag} selected={tag === asked?.language}>
                    {words.languageName(tag)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <FieldSet name="channel" label={say('campaigns:dry.how')} wrong={wrong.channel}>
            {CHANNELS.map(channel => (
              <label key={channel} class="choice">
                <input
                  type="radio"
                  name="channel"
                  value={channel}
                  checked={channel === (asked?.channel ?? 'sms')}
                />
                <span>{say(`channel.${channel}`)}</span>
              </label>
            ))}
          </FieldSet>
          <Field name="phone" label={say('campaigns:test.phone')} wrong={wrong.phone}>
            {ids => <input {...ids} type="tel" dir="ltr" autocomplete="tel" value={asked?.phone ?? ''} />}
          </Field>
          <button type="submit" class="first">
            {say('campaigns:test.button')}
          </button>
        </form>
      )}
    </Layout>
  )
}
