import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { createEmulator, type Emulator } from '../../emulator/createEmulator'
import type { App } from '../app'
import type { PracticeClock } from '../clock/practiceClock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { createWind } from './createWind'
import { DEMO_PEOPLE, DEMO_SENDERS, type DemoPerson, demoNumber } from './people'

export interface ProviderAccount {
  accountSid: string
  authToken: string
}

/** The fact that keeps it. */
export const ACCOUNT = 'practice_account'
const AHEAD = 'practice_clock_ahead'
const MOST_ROUNDS = 20
/** What happens on the phones within a second is looked at together. */
const STEP_MS = 1_000

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

export interface Practice {
  emulator: Emulator
  /** Turns the clock of product and phones forward, through everything that falls due on the way. */
  wind(to: number): Promise<void>
  settle(): Promise<void>
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
  people?: readonly DemoPerson[]
  /** False: the phones move only when the clock is turned. */
  automatic?: boolean
}): Practice {
  const {
    account,
    documents,
    content,
    clock,
    folder,
    zone,
    publicUrl,
    app,
    people = DEMO_PEOPLE,
    automatic = true,
  } = parts
  const facts = documents.collection('facts')
  const isDue = (moment: number | null) => moment !== null && moment <= clock.now()
  const settle = async () => {
    await app().tick()
    // What the one does makes work for the other: until both are quiet.
    for (let rounds = 0; rounds < MOST_ROUNDS && isDue(emulator.nextDue()); rounds++) {
      await emulator.runDue()
      await app().idle()
      await app().tick()
    }
  }
  const wind = createWind({
    clock,
    settle,
    nextDue: async moment => {
      const onPhones = emulator.nextDue()
      const moments = [
        await app().nextDue(moment),
        onPhones === null ? null : Math.max(Math.ceil(onPhones / STEP_MS) * STEP_MS, moment + 1),
      ].filter(next => next !== null)
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
    phones: people.map(({ name, language, channels }, index) => ({
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
    automatic,
    nextStep: async language => {
      const next = () =>
        documents
          .collection('outbox')
          .first({ state: 'planned', rank: 5, nextAt: { $gt: clock.now() } }, { sort: [['nextAt', 1]] })
      let row = await next()
      // Right after the start the plan is still being made.
      if (!row) {
        await app()?.tick()
        row = await next()
      }
      return row
        ? { at: row.nextAt, label: row.step ? content.texts.say(`web:step.${row.step}`, language) : '' }
        : null
    },
  })
  return { emulator, wind, settle }
}
