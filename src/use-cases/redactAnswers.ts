import type { Channel } from '../ports/channel'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { Log } from '../ports/log'

const MINUTE = 60_000
const LONGEST_WAIT = 24 * 60 * MINUTE

/** Empties anonymous answers at the provider; what does not work is tried again, ever more seldom, and never given up. */
export async function redactAnswers(
  deps: { documents: Documents; channel: Channel; clock: Clock; log: Log },
  limit: number,
): Promise<void> {
  const redactions = deps.documents.collection('redactions')
  const now = deps.clock.now()
  for (const { _id, tries } of await redactions.list({ nextAt: { $lte: now } }, { limit })) {
    try {
      await deps.channel.redact(_id)
      await redactions.remove({ _id })
    } catch (error) {
      deps.log.warn('redaction waits', { message: _id, tries })
      if (tries > 3) deps.log.error('redaction', error, { message: _id })
      await redactions.update(
        { _id },
        { set: { nextAt: now + Math.min(MINUTE * 2 ** tries, LONGEST_WAIT) }, inc: { tries: 1 } },
      )
    }
  }
}
