import type { SeenMessage } from '../../emulator/control'
import { addressKey } from '../../src/domain/contact'
import { eventOfOurs } from '../../src/domain/conversation'
import { DEMO_PEOPLE, type DemoPerson, demoNumber } from '../../src/practice/people'
import { aStoredContact } from './storedExamples'
import { visitor } from './visitor'
import { type Wiring, wireHouse } from './wireHouse'

export const CAMPAIGN = 'jobcafe'
/** After every deed people take their time; until then the answer is on the phone. */
const TYPING_MS = 20_000
/** Somebody picks up the phone so long after a message left. */
const LOOKING_MS = 60_000

/** Who agreed and has a phone with both channels, unless it says otherwise. */
export const somebody = (name: string, over: Partial<DemoPerson> = {}): DemoPerson => ({
  name,
  language: 'nl',
  channels: ['whatsapp', 'sms'],
  audience: 'participant',
  standing: 'agreed',
  ...over,
})

export type House = Awaited<ReturnType<typeof openHouse>>

/** The whole product with its phones and store, on a clock that only moves when it is turned; people are called by name. */
export async function openHouse(given: Partial<Wiring> = {}) {
  const people: DemoPerson[] = [...(given.people ?? DEMO_PEOPLE)]
  const wired = await wireHouse({ ...given, people })
  const { documents, clock, emulator, settle, wind, publicUrl } = wired
  const { acts } = emulator

  const placeOf = (name: string) => people.findIndex(person => person.name === name)
  const idOf = (name: string) => `demo-${placeOf(name) + 1}`
  const numberOf = (name: string) => demoNumber(placeOf(name))
  const isFromUs = ({ direction }: SeenMessage) => direction === 'outbound-api'
  const act = async (result: { sids: string[] } | { problem: string }) => {
    if ('problem' in result) throw new Error(result.problem)
    await wind(clock.now() + TYPING_MS)
  }

  const handOver = async (deed: () => unknown) => {
    deed()
    await emulator.runDue()
    await wired.app.idle()
  }

  const phones = {
    idOf,
    numberOf,
    /** What is on somebody's phone, oldest first. */
    phone: (name: string): SeenMessage[] => emulator.messages(numberOf(name)),
    /** The last thing they got. */
    last(name: string): SeenMessage {
      const message = emulator.messages(numberOf(name)).findLast(isFromUs)
      if (!message) throw new Error(`${name} got nothing`)
      return message
    },
    /** What reached or still travels to somebody: `channel language text`, oldest first. */
    got(name: string, since = 0): Promise<string[]> {
      const sent = emulator
        .messages(numberOf(name))
        .filter(message => isFromUs(message) && message.createdAt >= since)
      return Promise.all(
        sent.map(async ({ channel, key }) => {
          const row = await documents.collection('outbox').get(new URLSearchParams(key).get('m') ?? '')
          return `${channel} ${row?.language} ${row?.say?.text.split(/[/:]/).slice(1).join(':')}`
        }),
      )
    },
    writes: (name: string, text: string) => act(acts.text(numberOf(name), text)),
    /** Hands a text over and lets the house decide on it; what it answers leaves when time passes. */
    says: (name: string, text: string) => handOver(() => acts.text(numberOf(name), text)),
    speaks: (name: string) => handOver(() => acts.voice(numberOf(name))),
    voice: (name: string) => act(acts.voice(numberOf(name))),
    taps(name: string, choice: string) {
      const message = emulator.messages(numberOf(name)).findLast(({ choices }) => choices.length > 0)
      const option = message?.choices.find(({ id, title }) => title === choice || id.endsWith(`/${choice}`))
      if (!message || !option) throw new Error(`${name} has no button ${choice}`)
      return act(acts.tap(numberOf(name), message.sid, option.id))
    },
  }

  const stored = {
    contact: (name: string) => documents.collection('contacts').get(idOf(name)),
    enrolment: (name: string) => documents.collection('enrolments').get(`${CAMPAIGN}:${idOf(name)}`),
    /** Everything that was meant for somebody, as it stands in the outbox. */
    rows: (name: string) =>
      documents.collection('outbox').list({ contact: idOf(name) }, { sort: [['createdAt', 1]] }),
    tasks: (name: string) => documents.collection('tasks').list({ contact: idOf(name) }),
    replies: (name: string) => documents.collection('namedReplies').list({ contact: idOf(name) }),
    async campaign() {
      const campaign = await documents.collection('campaigns').get(CAMPAIGN, { fresh: true })
      if (!campaign) throw new Error('no campaign')
      return campaign
    },
  }

  const staff = {
    ...visitor(publicUrl, settle),
    /** A person of the organisation begins to talk with them. */
    async takeOver(name: string) {
      const now = clock.now()
      await documents.collection('inbound').insert(
        eventOfOurs({
          _id: `staff:take_over:${now}`,
          organisation: 'demo',
          contact: idOf(name),
          at: now,
          event: { kind: 'staff', what: 'take_over' },
        }),
      )
      await settle()
    },
    /** Somebody who agreed on paper, with a phone, in no campaign yet. */
    async newcomer(person: DemoPerson) {
      people.push(person)
      const { name, language, channels, audience } = person
      acts.add({ name, language, channels, address: numberOf(name) })
      const addresses = channels.map(channel => ({ channel, address: numberOf(name) }))
      const agreed = {
        key: 'paper',
        purpose: 'C1',
        state: 'given',
        version: '1',
        language,
        at: clock.now(),
        by: 'paper',
      } as const
      await documents.collection('contacts').insert(
        aStoredContact({
          _id: idOf(name),
          organisation: 'demo',
          name,
          language,
          languageChosen: true,
          audience,
          addresses,
          addressKeys: addresses.map(address => addressKey('demo', address)),
          consents: [agreed],
        }),
      )
      return idOf(name)
    },
  }

  return {
    ...wired,
    ...phones,
    ...stored,
    ...staff,
    /** Turns the clock to the next planned step, and until it is on the phones. */
    async next(): Promise<string> {
      const row = await documents
        .collection('outbox')
        .first({ state: 'planned', rank: 5, nextAt: { $gt: clock.now() } }, { sort: [['nextAt', 1]] })
      if (!row) throw new Error('nothing is planned')
      await wind(row.nextAt + LOOKING_MS)
      return row.step ?? ''
    },
  }
}
