import { chooseContent } from '../domain/delivery/chooseContent'
import { type Circumstances, decide } from '../domain/delivery/decide'
import type { LanguageTag, Rendered } from '../domain/message'
import { senderOf } from '../domain/organisation'
import type { OutboxRow } from '../domain/outbox'
import { bodyHash } from './bodyHash'
import { gatherCircumstances } from './gatherCircumstances'
import { handOver } from './handOver'
import { isProviderAway } from './isProviderAway'
import { refuseBeforeMark } from './refuseBeforeMark'
import { renderMessage } from './renderMessage'
import type { Sending } from './sending'
import { hasStarted, startDialog } from './startDialog'

/** A provider that cannot take our buttons or template now is asked again after this. */
const PREPARE_AGAIN_MS = 30_000

/**
 * One claimed row: decide, render, mark, and hand over (protocol 4.2). Every no is a conditional write; a null means that
 * somebody else was first, and then nothing more is done.
 * @param paid the tokens that were taken for it
 */
export async function sendRow(deps: Sending, row: OutboxRow, paid: number): Promise<void> {
  const { outbox, clock } = deps
  await deps.crash?.('send.afterClaim')

  if (await hasStarted(deps, row)) {
    await outbox.started(row._id, clock.now())
    return
  }
  const first = await outbox.before(row)
  if (first) return letGoFirst(deps, row, first, paid)

  const about = await gatherCircumstances(deps, row)
  const decision = decide(about)
  switch (decision.do) {
    case 'wait':
      await outbox.putBack(row, decision.until)
      return
    case 'cancel':
      await outbox.close(row, { state: 'cancelled', reason: decision.reason, cancelledBy: decision.by })
      return
    case 'expire':
      await outbox.close(row, { state: 'expired', reason: decision.reason })
      return
    case 'fail':
      await outbox.close(row, { state: 'failed', reason: decision.reason })
      return
    case 'other_channel':
      await outbox.useChannel(
        row,
        decision.channel,
        senderOf(row.organisation, decision.channel),
        clock.now(),
      )
      return
    case 'start':
      return startDialog(deps, row)
    case 'send':
      break
  }

  const { way } = decision
  const content = await renderFor(deps, about)
  if (!content) return refuseBeforeMark(deps, about, { kind: 'needs_template' })
  if (!(await canPay(deps, row, content, paid))) return

  let contentId: string | null
  try {
    contentId = await deps.channel.prepare(content)
  } catch (error) {
    if (isProviderAway(error)) {
      deps.log.warn('prepare_waits', { row: row._id })
      await outbox.putBack(row, clock.now() + PREPARE_AGAIN_MS)
      return
    }
    deps.log.error('prepare', error, { row: row._id })
    return refuseBeforeMark(deps, about, { kind: 'bad_content' })
  }
  await deps.crash?.('send.afterRender')

  const startedAt = clock.now()
  const t0 = clock.monotonic()
  const marked = await outbox.mark(
    row,
    {
      channel: way.channel,
      startedAt,
      bodyHash: bodyHash(content.text),
      text: content.text,
      language: content.language,
      ...(content.template ? { template: content.template.name } : {}),
    },
    startedAt,
  )
  if (!marked) return
  await deps.crash?.('send.afterMark')
  await handOver(deps, about, marked, t0, {
    from: way.from,
    to: way.to,
    content,
    ...(contentId === null ? {} : { contentId }),
    row: row._id,
    attempt: marked.attempt,
  })
}

/** Null: WhatsApp wants a template here and this text has none. */
async function renderFor(
  deps: Sending,
  { row, contact, organisation, campaign }: Circumstances,
): Promise<Rendered | null> {
  if (!contact || !organisation) return null
  const as = chooseContent(row.channel, contact.heardAt[row.channel], deps.clock.now())
  if (row.typed !== undefined)
    return as === 'text' ? asTyped(deps, row.typed, row.inLanguage ?? contact.language) : null
  if (!row.say) return null
  return renderMessage(deps, {
    say: row.say,
    contact,
    organisation,
    campaign,
    channel: row.channel,
    as,
    language: row.inLanguage,
  })
}

/** What one of us typed leaves as it is. */
const asTyped = ({ content }: Sending, text: string, language: LanguageTag): Rendered => ({
  text,
  language,
  direction: content.texts.direction(language),
})

/** A longer SMS than was paid for takes the rest, or waits until it can be paid whole. */
async function canPay(deps: Sending, row: OutboxRow, content: Rendered, paid: number): Promise<boolean> {
  const cost = row.channel === 'sms' ? deps.segmentsOf(content.text) : 1
  const missing = cost - paid
  if (missing <= 0) return true
  const now = deps.clock.now()
  const sender = await deps.senders.of(row.sender, now)
  if (await deps.senders.take(sender, { cost: missing, keepReserve: false, now })) return true
  await deps.outbox.putBack(row, now, cost)
  return false
}

/**
 * The earlier one of the same person has to be settled first. When it is due and free, it takes this row's turn and
 * token; no reply overtakes another (protocol V30).
 */
async function letGoFirst(deps: Sending, row: OutboxRow, first: OutboxRow, paid: number): Promise<void> {
  const now = deps.clock.now()
  const lease = { owner: deps.owner, now, until: now + deps.timing.rowLease }
  const mine =
    first.state === 'planned' && first.nextAt <= now ? await deps.outbox.claimThis(first, lease) : null
  await deps.outbox.putBack(row, mine ? now : now + deps.timing.headWait)
  if (mine) await sendRow(deps, mine, paid)
}
