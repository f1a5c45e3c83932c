import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { createEmulator, type Emulator } from '../../emulator/createEmulator'
import type { App } from '../app'
import type { PracticeClock } from '../clock/practiceClock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { createWind } from './createWind'
import { DEMO_PEOPLE, DEMO_SENDERS, demoNumber } from './people'

export interface ProviderAccount {
  accountSid: string
  authToken: string
}

const ACCOUNT = 'practice_account'
const AHEAD = 'practice_clock_ahead'

/** The emulator's account of this installation; made once. */
export async function practiceAccount(documents: Documents): Promise<ProviderAccount> {
  const facts = documents.collection('facts')
  const account = {
    accountSid: `AC${randomBytes(16).toString('hex')}`,
    authToken: randomBytes(16).toString('hex'),
  }
  if (await facts.insert({ _id: ACCOUNT, value: account })) return account
  return (await facts.get(ACCOUNT))?.value as ProviderAccount
}

/** How far the practice clock was turned forward before. */
export async function clockAhead(documents: Documents): Promise<number> {
  const ahead = (await documents.collection('facts').get(AHEAD))?.value
  return typeof ahead === 'number' ? ahead : 0
}

/** The phones beside the product: the provider's interface, and the page on which one can see and be everybody. */
export function openPractice(parts: {
  account: ProviderAccount
  documents: Documents
  content: Content
  clock: PracticeClock
  folder: string
  zone: string
  publicUrl: string
  app: () => App
}): Emulator {
  const { account, documents, content, clock, folder, zone, publicUrl, app } = parts
  const facts = documents.collection('facts')
  const wind = createWind({
    clock,
    settle: async () => {
      // What the one does makes work for the other: until both are quiet.
      for (let rounds = 0; rounds < 20; rounds++) {
        await app().tick()
        await emulator.runDue()
        await app().idle()
        const due = emulator.nextDue()
        if (due === null || due > clock.now()) break
      }
    },
    nextDue: async moment => {
      const moments = [await app().nextDue(moment), emulator.nextDue()].filter(
        next => next !== null && next > moment,
      ) as number[]
      return moments.length > 0 ? Math.min(...moments) : null
    },
    keep: async ahead => {
      if (!(await facts.insert({ _id: AHEAD, value: ahead })))
        await facts.update({ _id: AHEAD }, { set: { value: ahead } })
    },
  })
  const emulator = createEmulator({
    ...account,
    clock,
    journal: path.join(folder, 'emulator'),
    phones: DEMO_PEOPLE.map(({ name, language, channels }, index) => ({
      name,
      language,
      channels,
      address: demoNumber(index),
    })),
    senders: DEMO_SENDERS,
    webhooks: { inbound: `${publicUrl}/twilio/inbound`, status: `${publicUrl}/twilio/status` },
    organisationName: content.texts.say('demo:organisation', 'nl'),
    timeZone: zone,
    wind,
    nextStep: async () => {
      const [row] = await documents
        .collection('outbox')
        .list(
          { state: 'planned', rank: 5, nextAt: { $gt: clock.now() } },
          { sort: [['nextAt', 1]], limit: 1 },
        )
      return row ? { at: row.nextAt, label: row.step ?? '' } : null
    },
  })
  return emulator
}
