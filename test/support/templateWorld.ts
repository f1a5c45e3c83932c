import type { TwilioChannel } from '../../src/channels/twilio/channel'
import type { Rendered } from '../../src/domain/message'
import type { TemplatePattern } from '../../src/ports/templates'
import { fakeClock } from './fakeClock'
import { openTestDocuments } from './openDocuments'
import { startEmulator } from './startEmulator'
import { openTwilioChannel } from './twilioChannel'

export const PATTERN: TemplatePattern = {
  name: 'timelines/networking-event:invitation',
  language: 'nl',
  pattern: 'Dag {{1}}, kan je donderdag naar het jobcafé komen?',
  samples: ['Amina'],
  choices: [
    { id: 'rsvp/yes', label: 'Ja' },
    { id: 'rsvp/no', label: 'Nee' },
  ],
}

/** The same to somebody. */
export const CONTENT: Rendered = {
  text: 'Dag Gloria, kan je donderdag naar het jobcafé komen?',
  language: 'nl',
  direction: 'ltr',
  choices: PATTERN.choices!,
  template: { name: PATTERN.name, pattern: PATTERN.pattern, values: ['Gloria'] },
}

/** A content as the provider lists it. */
interface Listed {
  sid: string
  friendly_name: string
  language: string
  variables: Record<string, string>
  approval_requests: { name: string; status: string; category: string } | null
}

export type TemplateWorld = Awaited<ReturnType<typeof templateWorld>>

/** A store, the emulator, and as many processes of ours over them as a test asks for. */
export async function templateWorld() {
  const emulator = await startEmulator()
  const store = await openTestDocuments()
  const opened: TwilioChannel[] = []
  return {
    emulator,
    store,
    aProcess(apiUrl = emulator.base): TwilioChannel {
      const clock = fakeClock(emulator.clock.now())
      const { channel } = openTwilioChannel({ apiUrl, documents: store.documents, clock })
      opened.push(channel)
      return channel
    },
    /** What the provider has. */
    contents: async (): Promise<Listed[]> =>
      (await emulator.call('GET', '/v1/ContentAndApprovals')).json.contents as Listed[],
    /** What we keep of it. */
    records: () => store.documents.collection('contents').list({}),
    async close() {
      for (const channel of opened) await channel.close()
      await emulator.close()
      await store.dispose()
    },
  }
}
