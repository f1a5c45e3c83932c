import { USUAL_POLICY } from '../../src/domain/anonymity/printAtom'
import type { Campaign } from '../../src/domain/campaign'
import type { Contact } from '../../src/domain/contact'
import type { StoredInbound } from '../../src/domain/conversation'
import { TIMING } from '../../src/domain/delivery/timing'
import type { Sender } from '../../src/domain/documents'
import type { Organisation } from '../../src/domain/organisation'
import { type OutboxRow, ROW_STATES } from '../../src/domain/outbox'
import type { StatusReport } from '../../src/ports/channel'
import type { Documents } from '../../src/ports/documents'
import type { Texts } from '../../src/ports/texts'
import { createAttempts } from '../../src/store/attempts'
import { createOutbox } from '../../src/store/outbox'
import { createProviderMessages } from '../../src/store/providerMessages'
import { createSenders } from '../../src/store/senders'
import { createStatuses } from '../../src/store/statuses'
import { applyStatus } from '../../src/use-cases/applyStatus'
import { recordStatus } from '../../src/use-cases/recordStatus'
import { sendDue } from '../../src/use-cases/sendDue'
import type { Sending } from '../../src/use-cases/sending'
import { tick } from '../../src/use-cases/tick'
import { type CrashScript, crashScript } from './crashScript'
import { type FakeProvider, fakeProvider } from './fakeChannel'
import { type FakeClock, fakeClock } from './fakeClock'
import { openTestDocuments } from './openDocuments'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

/** A Tuesday, one o'clock in Brussels: inside every slot. */
const START = '2026-11-24T12:00:00Z'

/** One process of ours: its own crash points over the shared store, clock and provider. */
export interface Process {
  deps: Sending
  script: CrashScript
  send(limit?: number): Promise<number>
  tick(limit?: number): Promise<number>
}

export interface SendingWorld {
  documents: Documents
  clock: FakeClock
  provider: FakeProvider
  process(name: string, change?: Partial<Sending>): Process
  row(id: string): Promise<OutboxRow>
  insert(row: Partial<OutboxRow> & { _id: string }): Promise<OutboxRow>
  contact(contact?: Partial<Contact>): Promise<Contact>
  campaign(campaign?: Partial<Campaign>): Promise<Campaign>
  inbound(event: Partial<StoredInbound>): Promise<void>
  report(process: Process, report: StatusReport): Promise<void>
  /** Ticks while time passes, until every row is final. */
  untilQuiet(process: Process, limit?: { rounds: number; stepMs: number }): Promise<void>
  dispose(): Promise<void>
}

const texts: Pick<Texts, 'render' | 'direction'> = {
  direction: () => 'ltr',
  render: (say, { language, channel }) => ({
    text: `${say.text} in ${language}`,
    language,
    direction: 'ltr',
    ...(channel === 'whatsapp' ? { template: { name: 'any', pattern: 'any {{1}}', values: ['x'] } } : {}),
  }),
}

/** Fast enough to be out of the way, unless the test is about it. */
const fast = (id: string, now: number): Sender => ({
  _id: id,
  freeAt: now - 10 * SECOND,
  intervalMs: 1,
  burstMs: 10 * SECOND,
  reserveMs: 1,
  pausedUntil: 0,
})

export async function sendingWorld(): Promise<SendingWorld> {
  const store = await openTestDocuments()
  const { documents } = store
  const clock = fakeClock(START)
  const provider = fakeProvider(clock)
  const collection = documents.collection.bind(documents)
  await collection('organisations').insert(anOrganisation())
  for (const channel of ['whatsapp', 'sms'])
    await collection('senders').insert(fast(`house|${channel}`, clock.now()))

  const world: SendingWorld = {
    documents,
    clock,
    provider,
    process(name, change) {
      const script = crashScript()
      const deps: Sending = {
        documents,
        outbox: createOutbox(documents),
        attempts: createAttempts(documents),
        providerMessages: createProviderMessages(documents),
        statuses: createStatuses(documents),
        senders: createSenders(documents),
        channel: provider.channelFor(script.hook),
        content: { texts, timeline: () => null },
        templates: { standingOf: async () => ({ approval: 'not_asked' }) },
        facts: () => ({}),
        stillWanted: async () => true,
        segmentsOf: () => 1,
        timing: TIMING,
        clock,
        owner: name,
        chance: () => 0.5,
        parallel: 8,
        log: { info() {}, warn() {}, error() {} },
        crash: script.hook,
        ...change,
      }
      return {
        deps,
        script,
        send: (limit = 100) => sendDue(deps, { limit }),
        tick: (limit = 100) => tick(deps, limit),
      }
    },
    async row(id) {
      const row = await collection('outbox').get(id)
      if (!row) throw new Error(`no row ${id}`)
      return row
    },
    async insert(row) {
      const whole = aRow(clock.now(), row)
      await collection('outbox').insert(whole)
      return whole
    },
    async contact(change) {
      const contact = aContact(clock.now(), change)
      await collection('contacts').insert(contact)
      return contact
    },
    async campaign(change) {
      const campaign = aCampaign(change)
      await collection('campaigns').insert(campaign)
      return campaign
    },
    async inbound(event) {
      await collection('inbound').insert({
        _id: 'IN1',
        organisation: 'house',
        contact: 'amal',
        at: clock.now(),
        late: false,
        stopWord: false,
        handled: false,
        tries: 0,
        event: { kind: 'message', channel: 'whatsapp', locked: 'x' },
        ...event,
      })
    },
    async report({ deps }, report) {
      const record = await recordStatus(deps, report)
      if (record) await applyStatus(deps, record)
    },
    async untilQuiet(process, { rounds, stepMs } = { rounds: 80, stepMs: 30 * SECOND }) {
      for (let round = 0; round < rounds; round++) {
        await process.tick(1_000)
        const open = await collection('outbox').count({ state: { $in: [...NOT_FINAL] } })
        if (open === 0) return
        clock.pass(stepMs)
      }
      const open = await collection('outbox').list({ state: { $in: [...NOT_FINAL] } })
      throw new Error(
        `not quiet: ${open.map(({ _id, state, nextAt }) => `${_id} ${state} ${nextAt - clock.now()}`)}`,
      )
    },
    dispose: store.dispose,
  }
  return world
}

const NOT_FINAL = ROW_STATES.filter(state => ['planned', 'sending', 'unknown'].includes(state))

/** A planned reply by WhatsApp, due now. */
export function aRow(now: number, change: Partial<OutboxRow> & { _id: string }): OutboxRow {
  return {
    key: `manual:${change._id}`,
    kind: 'message',
    organisation: 'house',
    contact: 'amal',
    sender: `house|${change.channel ?? 'whatsapp'}`,
    purpose: 'C1',
    rank: 0,
    state: 'planned',
    dueAt: now,
    nextAt: now,
    notAfter: now + 12 * HOUR,
    fence: 0,
    rev: 0,
    channel: 'whatsapp',
    spent: [],
    attempt: 0,
    attempts: {},
    tries: 0,
    resends: 0,
    resendPolicy: 'resend',
    reached: 0,
    say: { text: `texts:${change._id}` },
    createdAt: now,
    ...change,
  }
}

/** Somebody who said yes, on both channels, and wrote on WhatsApp a moment ago. */
export function aContact(now: number, change: Partial<Contact> = {}): Contact {
  const id = change._id ?? 'amal'
  const number = `+32470${String([...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e6, 7)).padStart(6, '0')}`
  return {
    _id: id,
    organisation: 'house',
    name: 'Amal',
    addresses: [
      { channel: 'whatsapp', address: number },
      { channel: 'sms', address: number },
    ],
    addressKeys: [`house|whatsapp|${number}`, `house|sms|${number}`],
    language: 'ar',
    languageChosen: true,
    reads: 'simple',
    audience: 'participant',
    tags: [],
    evening: false,
    consents: [
      { key: 'first', purpose: 'C1', state: 'given', version: '1', language: 'ar', at: now, by: 'chat' },
    ],
    heardAt: { whatsapp: now },
    turn: 0,
    ...change,
  }
}

export function aCampaign(change: Partial<Campaign> = {}): Campaign {
  return {
    _id: 'spring',
    organisation: 'house',
    state: 'running',
    version: 1,
    plannedVersion: 1,
    timeline: { id: 'none', version: 1 },
    event: {
      name: 'Meet',
      start: '2026-12-10T14:00',
      end: '2026-12-10T17:00',
      zone: 'Europe/Brussels',
      place: 'Hall',
      address: 'Street 1',
      transport: 'Bus 1',
      parking: 'Yes',
      goal: 'Meet employers',
      benefit: 'Meet',
      who: 'All',
      childcare: 'Yes',
      bring: 'Nothing',
      welcome: 'An',
      contactName: 'An',
      contactPhone: '+3225550003',
      inLanguage: {},
    },
    series: 'spring',
    createdAt: 0,
    ...change,
  }
}

export const anOrganisation = (): Organisation => ({
  _id: 'house',
  name: 'House',
  project: 'events',
  zone: 'Europe/Brussels',
  languages: ['nl'],
  holidays: true,
  senders: {
    whatsapp: { channel: 'whatsapp', address: '+3225550001' },
    sms: { channel: 'sms', address: '+3225550002' },
  },
  contactPerson: { name: 'An', phone: '+3225550003' },
  policy: USUAL_POLICY,
})
