import { sampleFacts } from './content/sampleFacts'
import { contentFor, templatePatterns } from './content/templatePatterns'
import type { Clock } from './ports/clock'
import type { Content } from './ports/content'
import type { Documents } from './ports/documents'
import type { Log } from './ports/log'
import type { Templates } from './ports/templates'

const MINUTE = 60_000
/** WhatsApp usually decides in minutes; a template that was approved long ago may be paused or refused later. */
const LOOK_AT_WAITING_MS = 10 * MINUTE
const LOOK_AT_APPROVED_MS = 24 * 60 * MINUTE
/** WhatsApp takes a hundred an hour: what it refused to take is handed in again after this. */
const ASK_AGAIN_MS = 10 * MINUTE

/** Hands in what events may have to say, and asks how it fares, each in its time. */
export function createApprovals(parts: {
  documents: Documents
  content: Content
  templates: Templates
  clock: Pick<Clock, 'now'>
  log: Log
}) {
  const { documents, content, templates, clock, log } = parts
  const samples = sampleFacts(content)
  let asked: ReadonlySet<string> | undefined
  let askNotBefore = Number.NEGATIVE_INFINITY
  const lookedAt = { waiting: clock.now(), all: clock.now() }

  /** A kind of event is in use from its first draft on; the rest of the list stays free for what is planned later. */
  async function ask(): Promise<void> {
    const planned = await documents
      .collection('campaigns')
      .countBy('timeline.id', { state: { $in: ['draft', 'running', 'paused'] } })
    const kinds = new Set([...planned.keys()].map(String))
    if (clock.now() < askNotBefore || (asked && [...kinds].every(kind => asked?.has(kind)))) return
    askNotBefore = clock.now() + ASK_AGAIN_MS
    await templates.pushTemplates(templatePatterns(contentFor(content, kinds), samples))
    asked = kinds
    askNotBefore = Number.NEGATIVE_INFINITY
  }

  async function look(): Promise<void> {
    const now = clock.now()
    const which = now - lookedAt.all > LOOK_AT_APPROVED_MS ? 'all' : 'waiting'
    if (now - lookedAt[which] <= LOOK_AT_WAITING_MS) return
    lookedAt.waiting = now
    if (which === 'all') lookedAt.all = now
    await templates.refreshApprovals(which)
  }

  const quietly = (work: () => Promise<void>) => work().catch(error => log.error('templates', error))
  return {
    ask: () => quietly(ask),
    look: () => quietly(look),
  }
}
