import { type ChannelWorld, channelContract } from '../../contracts/channelContract'
import { fakeProvider } from '../../support/fakeChannel'
import { fakeClock } from '../../support/fakeClock'
import { openTestDocuments } from '../../support/openDocuments'
import { startEmulator } from '../../support/startEmulator'
import { openTwilioChannel } from '../../support/twilioChannel'

const PEOPLE = { to: '+32470000001', other: '+32470000002' }

describe("Twilio's channel, against the emulator", () => {
  channelContract(onEmulator)
})

describe('the channel that other tests pretend with', () => {
  channelContract(pretended)
})

async function onEmulator(): Promise<ChannelWorld> {
  const [emulator, store] = await Promise.all([startEmulator(), openTestDocuments()])
  const { acts, faults, runDue } = emulator.emulator
  // Opens the window, so that plain words arrive.
  for (const number of Object.values(PEOPLE)) acts.text(number, 'dag')
  await runDue()
  const { channel } = openTwilioChannel({
    apiUrl: emulator.base,
    documents: store.documents,
    clock: fakeClock(emulator.clock.now()),
    settings: { publicUrl: emulator.home },
  })
  return {
    channel,
    from: { channel: 'whatsapp', address: '+32460000000' },
    to: { channel: 'whatsapp', address: PEOPLE.to },
    other: { channel: 'whatsapp', address: PEOPLE.other },
    now: emulator.clock.now,
    pass: emulator.wind,
    next(fate) {
      const modes = {
        answer_lost: { mode: 'accept-and-drop-answer' },
        request_lost: { mode: 'drop-before-accept' },
        opted_out: { mode: 'refuse', code: 21610 },
        throttled: { mode: '429' },
      } as const
      faults.set({ requests: [modes[fate]] })
    },
    deliver: () => emulator.wind(10_000),
    away: () => void faults.set({ outage: '503' }),
    async close() {
      await channel.close()
      await emulator.close()
      await store.dispose()
    },
  }
}

async function pretended(): Promise<ChannelWorld> {
  const clock = fakeClock('2026-11-24T12:00:00Z')
  const provider = fakeProvider(clock)
  return {
    channel: provider.channelFor(),
    from: { channel: 'whatsapp', address: '+32460000000' },
    to: { channel: 'whatsapp', address: PEOPLE.to },
    other: { channel: 'whatsapp', address: PEOPLE.other },
    now: clock.now,
    pass: async ms => clock.pass(ms),
    next(fate) {
      provider.fate = () => {
        provider.fate = () => 'accept'
        return fate === 'opted_out' || fate === 'throttled' ? { refuse: { kind: fate } } : fate
      }
    },
    async deliver() {
      for (const { providerId } of provider.messages) provider.setStatus(providerId, 'delivered')
    },
    away() {
      provider.away = true
      provider.fate = () => 'request_lost'
    },
    close: async () => {},
  }
}
