import type { TextReading } from '../../../use-cases/readText'
import type { Words } from '../../words'
import { ApprovalTag } from './ApprovalTag'

/** What WhatsApp thinks of these words, and what leaves until it has said so. */
export function Approval({ reading, words }: { reading: TextReading; words: Words }) {
  const { standing, own } = reading
  if (!standing) return null
  const waits = own?.text !== undefined && standing.approval !== 'approved'
  return (
    <section class="sheet" aria-labelledby="approval">
      <h2 id="approval">{words.say('texts:approval.title')}</h2>
      <p>
        <ApprovalTag standing={standing} words={words} />
      </p>
      {waits ? <p>{words.say('texts:approval.until_then')}</p> : null}
      {standing.reason ? (
        <p class="soft">
          {words.say('texts:approval.their_words')} <q lang="en">{standing.reason}</q>
        </p>
      ) : null}
      <p>
        <a href="/templates">{words.say('texts:approval.all')}</a>
      </p>
    </section>
  )
}
