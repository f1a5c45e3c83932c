import type { Trouble } from '../../../domain/report/trouble'
import type { TodayReading } from '../../../use-cases/readToday'
import { Icon } from '../../components/Icon'
import { navFor } from '../../nav'
import type { Words } from '../../words'
import { reasonWords } from '../campaign/StageTag'

/** What is wrong at our side, as what it means for people. */
export function Troubles({ reading, words }: { reading: TodayReading; words: Words }) {
  if (reading.trouble.length === 0) return null
  return (
    <section class="troubles" aria-labelledby="trouble">
      <h2 id="trouble" class="hidden">
        {words.say('today:trouble.title')}
      </h2>
      {reading.trouble.map(trouble => (
        <div key={JSON.stringify(trouble)} class="notice">
          <Icon name="alert" />
          <p>
            {trouble.what === 'template' ? <Template trouble={trouble} words={words} /> : say(trouble, words)}
          </p>
        </div>
      ))}
    </section>
  )
}

function Template({ trouble, words }: { trouble: Extract<Trouble, { what: 'template' }>; words: Words }) {
  const { approval, language, texts } = trouble
  const role = words.reader?.role
  const page = role && navFor(role).find(({ name }) => name === 'templates')
  return (
    <>
      {words.say(`today:trouble.template_${approval}`, {
        count: texts,
        language: words.languageName(language),
      })}{' '}
      {page ? <a href={page.path}>{words.say('today:trouble.see_templates')}</a> : null}
    </>
  )
}

const say = (trouble: Exclude<Trouble, { what: 'template' }>, words: Words): string =>
  trouble.what === 'sender_waits'
    ? words.say(trouble.messages > 0 ? 'today:trouble.sender_waits' : 'today:trouble.sender_rests', {
        channel: words.say(`channel.${trouble.channel}`),
        until: words.moment(trouble.until),
        count: trouble.messages,
      })
    : words.say('today:trouble.not_left', {
        count: trouble.people,
        reason: reasonWords(words, trouble.reason),
      })
