import type { ErrorCode } from '../../../errors'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'

/** Errors that a reader can do something about; all others are ours and say so. */
export const OWN_WORDS: readonly ErrorCode[] = [
  'NOT_FOUND',
  'CAMPAIGN_NOT_FOUND',
  'CONTACT_NOT_FOUND',
  'EVENT_IN_PAST',
  'ARGUMENT_INVALID',
  'CAMPAIGN_CHANGED',
  'EVALUATION_FIXED',
  'SETTINGS_CHANGED',
  'LAST_ADMIN',
  'NOT_AUTHENTIC',
  'NOT_READABLE',
  'TOO_LARGE',
  'STORE_UNAVAILABLE',
  'STORE_FULL',
]

export const errorWords = (code: ErrorCode | null, words: Words): string =>
  words.say(`error.${code && OWN_WORDS.includes(code) ? code : 'other'}`)

/** Beside a form for a day and hours. */
export const dayErrorWords = (code: ErrorCode, words: Words): string =>
  code === 'ARGUMENT_INVALID' ? words.say('error.day_or_hour') : errorWords(code, words)

export function ErrorPage({ code, words, back }: { code: ErrorCode | null; words: Words; back: string }) {
  return (
    <Layout words={words} title={words.say('error.title')} path={back}>
      <h1>{words.say('error.title')}</h1>
      <p role="alert">{errorWords(code, words)}</p>
      <p>
        <a class="button" href={back}>
          {words.say('error.back')}
        </a>
      </p>
    </Layout>
  )
}
