import type { TalkReading, TalkReply } from '../../../use-cases/readTalk'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'
import type { Sayings } from '../campaign/sayings'
import { Given } from '../contacts/Given'
import { talkPath } from './TalksPage'

export interface TalkPageProps extends Sayings {
  words: Words
  reading: TalkReading
}

/** What a supervisor and one person talk about: what they wrote themselves, and what others wrote about them. */
export function TalkPage({ words, reading, ...says }: TalkPageProps) {
  const { say } = words
  const { contact, replies } = reading
  const name = contact.name || say('people.unknown')
  return (
    <Layout words={words} title={say('talks:one')} path={talkPath(contact._id)} sheets={['contacts']}>
      <p>
        <a href="/talks">{say('talks:title')}</a>
      </p>
      <h1>{say('talks:with', { name: `\u2068${name}\u2069` })}</h1>
      <p class="soft">{say('talks:only_you')}</p>
      {replies.length === 0 ? <Empty>{say('talks:nothing')}</Empty> : null}
      {replies.map(reply => (
        <Written key={reply._id} reply={reply} words={words} {...says} />
      ))}
    </Layout>
  )
}

function Written({ reply, words, asks, answers }: { reply: TalkReply; words: Words } & Sayings) {
  const { say } = words
  const { _id, instrument, writer, event, at } = reply
  const id = `talk-${_id}`
  return (
    <section class="sheet" aria-labelledby={id}>
      <h2 id={id}>{words.sayOr(`instrument.${instrument}`, 'instrument.other')}</h2>
      <p class="soft">
        {[words.longDay(at), event].filter(Boolean).join(' · ')}
        {writer ? (
          <>
            {' · '}
            {say('talks:by', {
              name: `\u2068${writer.name || say('people.unknown')}\u2069`,
              audience: say(`contacts:audience.${writer.audience}`),
            })}
          </>
        ) : null}
      </p>
      <dl class="facts-list">
        <Given reply={reply} words={words} asks={asks} answers={answers} />
      </dl>
    </section>
  )
}
