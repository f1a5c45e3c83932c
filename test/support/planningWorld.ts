import { randomBytes } from 'node:crypto'
import type { Log } from '../../src/ports/log'
import { createSeal } from '../../src/seal/createSeal'
import type { ChangeCampaign } from '../../src/use-cases/changeCampaign'
import { type FakeClock, fakeClock } from './fakeClock'
import { openTestDocuments, type TestDocuments } from './openDocuments'
import { aCampaign, aContact, anEnrolment, anOrganisation, at, timelineContent } from './timelineBuilders'

const PEOPLE = ['ann', 'bea', 'cem'] as const
/** What each of them gets by the plan of this campaign. */
export const EACH = { rows: 9, tasks: 2 }

/** One running campaign with three people that nobody has planned yet; made anew for each test. */
export function planningWorld() {
  const world = {} as { store: TestDocuments; clock: FakeClock; deps: ChangeCampaign; errors: unknown[] }

  beforeEach(async () => {
    const store = await openTestDocuments()
    const clock = fakeClock(at('2021-09-01T12:00'))
    const errors: unknown[] = []
    const log: Log = { info: () => {}, warn: () => {}, error: (_, error) => void errors.push(error) }
    let ids = 0
    const newId = () => `row${++ids}-${Math.random()}`
    const { documents } = store
    Object.assign(world, {
      store,
      clock,
      errors,
      deps: { documents, content: timelineContent, seal: createSeal(randomBytes(32)), clock, newId, log },
    })
    await documents.collection('organisations').insert(anOrganisation())
    await documents.collection('campaigns').insert(aCampaign())
    for (const contact of PEOPLE) {
      await documents
        .collection('contacts')
        .insert(aContact({ _id: contact, addressKeys: [`org|sms|${contact}`] }))
      await documents.collection('enrolments').insert(anEnrolment({ _id: `cafe:${contact}`, contact }))
    }
  })
  afterEach(() => world.store.dispose())

  const collection: TestDocuments['documents']['collection'] = name => world.store.documents.collection(name)
  const rows = (contact?: string) =>
    collection('outbox').list(contact === undefined ? {} : { contact }, { sort: [['dueAt', 1]] })
  const tasks = () => collection('tasks').list({})
  return Object.assign(world, {
    rows,
    tasks,
    row: async (key: string) => (await collection('outbox').first({ key }))!,
    change: (key: string, set: Record<string, unknown>) => collection('outbox').update({ key }, { set }),
    campaign: async () => (await collection('campaigns').get('cafe'))!,
    answer: (contact: string, rsvp: 'yes' | 'no' | 'maybe') =>
      collection('enrolments').update(
        { _id: `cafe:${contact}` },
        { set: { rsvp, rsvpAt: world.clock.now() }, inc: { turn: 1 } },
      ),
    newVersion: () => collection('campaigns').update({ _id: 'cafe' }, { inc: { version: 1 } }),
    /** All that a plan decides, without what differs from run to run. */
    async picture() {
      const planned = (await rows()).map(
        ({ key, state, dueAt, notAfter, planVersion, channel, kind, say, start }) => {
          return { key, state, dueAt, notAfter, planVersion, channel, kind, say, start }
        },
      )
      const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key)
      return {
        planned: planned.sort(byKey),
        tasks: (await tasks()).sort((a, b) => a._id.localeCompare(b._id)),
      }
    },
  })
}
