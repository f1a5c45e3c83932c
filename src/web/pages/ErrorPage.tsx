import type { ErrorCode } from '../../errors'
import { Layout } from '../components/Layout'
import type { Words } from '../words'

const OWN_WORDS: readonly ErrorCode[] = [
  'NOT_FOUND',
  'CAMPAIGN_NOT_FOUND',
  'CONTACT_NOT_FOUND',
  'EVENT_IN_PAST',
  'ARGUMENT_INVALID',
  'CAMPAIGN_CHANGED',
  'NOT_AUTHENTIC',
]

export function ErrorPage({ code, words, back }: { code: ErrorCode | null; words: Words; back: string }) {
  return (
    <Layout words={words} title={words.say('error.title')} path={back}>
      <h1>{words.say('error.title')}</h1>
      <p role="alert">{words.say(`error.${code && OWN_WORDS.includes(code) ? code : 'other'}`)}</p>
      <p>
        <a href={back}>{words.say('error.back')}</a>
      </p>
    </Layout>
  )
}
