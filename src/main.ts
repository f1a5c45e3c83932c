import { existsSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { type AddressInfo, createServer as createNetServer } from 'node:net'
import path from 'node:path'
import type { Emulator } from '../emulator/createEmulator'
import { type App, createApp } from './app'
import { createTwilioChannel } from './channels/twilio/channel'
import { installationKey } from './cli/installationKey'
import { everyTenSeconds } from './clock/everyTenSeconds'
import { createPracticeClock } from './clock/practiceClock'
import { systemClock } from './clock/systemClock'
import { checkLoaded } from './content/checkContent'
import { loadContent } from './content/loadContent'
import { USUAL_POLICY } from './domain/anonymity/printAtom'
import { newSender } from './domain/delivery/bucket'
import { CHANNELS, type ChannelName } from './domain/message'
import { ONLY_ORGANISATION, type Organisation, senderOf } from './domain/organisation'
import { AppError } from './errors'
import { createTell } from './hooks/createTell'
import type { Content } from './ports/content'
import type { Documents } from './ports/documents'
import type { Log } from './ports/log'
import { clockAhead, openPractice, practiceAccount } from './practice/openPractice'
import { seedDemo } from './practice/seedDemo'
import { createSeal } from './seal/createSeal'
import { isPractice, type Settings } from './settings'
import { openDocuments } from './store/openDocuments'
import { foundOrganisation } from './use-cases/foundOrganisation'

export interface Running {
  product: string
  /** Absent with a real account. */
  phones?: string
  health: string
  /** What this store and this mode promise, in one line each. */
  notes: string[]
  stop(): Promise<void>
}

/** Where dialogs/, timelines/ and locales/ are. */
export const ROOT = path.join(__dirname, '..')

/**
 * Starts the whole product: content checked, store opened, phones beside it when nothing is configured.
 * @throws AppError CONTENT_INVALID, STORE_IN_USE, STORE_UNAVAILABLE before anything is sent
 */
export async function start(
  settings: Settings,
  log: Log,
  options: { fresh?: boolean } = {},
): Promise<Running> {
  const practice = isPractice(settings)
  const loaded = loadContent(ROOT)
  const { problems } = checkLoaded(loaded)
  if (problems.length > 0)
    throw new AppError(
      'CONTENT_INVALID',
      `The content has ${problems.length} mistakes; \`npx brugbode check\` lists them`,
      {
        problems: problems.map(({ file, line, message }) => `${file}:${line} ${message}`),
      },
    )
  const { content, locales } = loaded
  const folder = path.resolve(settings.DATA_FOLDER)
  if (options.fresh) await beginAgain(settings, folder)
  const documents = await openDocuments({
    folder,
    ...(settings.MONGODB_URI ? { mongodbUri: settings.MONGODB_URI } : {}),
  })
  const seal = createSeal(installationKey(settings, folder))
  const practiceClock = practice ? createPracticeClock(await clockAhead(documents)) : null
  const clock = practiceClock ?? systemClock
  const account = practice
    ? await practiceAccount(documents)
    : { accountSid: settings.TWILIO_ACCOUNT_SID!, authToken: settings.TWILIO_AUTH_TOKEN! }

  let app: App | undefined
  let emulator: Emulator | undefined
  const host = practice ? '127.0.0.1' : '0.0.0.0'
  // The port is taken before anything is built on it: practice needs its own address for the webhooks.
  const port = settings.PORT === 0 ? await anyPort() : settings.PORT
  const publicUrl = settings.PUBLIC_URL ?? `http://127.0.0.1:${port}`
  let phones: string | undefined
  if (practiceClock) {
    ;({ emulator } = openPractice({
      account,
      documents,
      content,
      clock: practiceClock,
      folder,
      zone: settings.ZONE,
      publicUrl,
      app: () => app!,
    }))
    phones = await emulator.listen(settings.PHONES_PORT)
  }
  const channel = createTwilioChannel({
    settings: {
      ...account,
      publicUrl,
      ...(settings.TWILIO_AUTH_TOKEN_PREVIOUS
        ? { previousAuthToken: settings.TWILIO_AUTH_TOKEN_PREVIOUS }
        : {}),
      ...((phones ?? settings.TWILIO_API_URL) ? { apiUrl: phones ?? settings.TWILIO_API_URL } : {}),
    },
    languageCode: tag => locales.find(locale => locale.tag === tag)?.language.whatsapp ?? null,
    documents,
    clock,
    log,
  })
  const tell = createTell({ near: practice })
  app = createApp({
    documents,
    content,
    channel,
    clock,
    log,
    seal,
    tell,
    zone: settings.ZONE,
    secure: publicUrl.startsWith('https:'),
    staffClock: systemClock,
    ...(phones ? { phones: `${phones}/phones` } : {}),
  })
  if (practice)
    await seedDemo({ documents, content, clock, zone: settings.ZONE, holidays: settings.HOLIDAYS === 'yes' })
  else await foundOrganisation(documents, organisationOf(settings, content))
  await setRates(documents, settings)
  await listen(app.server, port, host)
  const stopTicking = everyTenSeconds(app.tick, log)
  const product = `http://${practice ? 'localhost' : '0.0.0.0'}:${(app.server.address() as AddressInfo).port}`
  return {
    product,
    ...(phones ? { phones: `${phones.replace('127.0.0.1', 'localhost')}/phones` } : {}),
    health: `${product}/health`,
    notes:
      documents.engine === 'embedded'
        ? ['store: embedded, for one machine and one process']
        : ['store: MongoDB'],
    async stop() {
      await stopTicking()
      await new Promise(done => app!.server.close(done).closeAllConnections())
      await app!.idle()
      await emulator?.close()
      await tell.close()
      await documents.close()
    },
  }
}

/** Forgets the practice of before. The store is opened first: its lock tells whether another process works there. */
async function beginAgain(settings: Settings, folder: string): Promise<void> {
  if (!isPractice(settings) || settings.MONGODB_URI)
    throw new AppError(
      'SETTINGS_INVALID',
      'Only the practice on this machine can begin again; your own data stay',
    )
  if (!existsSync(folder)) return
  await (await openDocuments({ folder })).close()
  rmSync(folder, { recursive: true, force: true })
}

function organisationOf(settings: Settings, content: Content): Organisation {
  const sender = (channel: ChannelName, address: string | undefined) =>
    address ? { channel, address } : undefined
  return {
    _id: ONLY_ORGANISATION,
    name: settings.ORGANISATION_NAME!,
    project: settings.ORGANISATION_PROJECT!,
    zone: settings.ZONE,
    languages: [...content.texts.languages],
    holidays: settings.HOLIDAYS === 'yes',
    senders: {
      whatsapp: sender('whatsapp', settings.TWILIO_WHATSAPP_SENDER),
      sms: sender('sms', settings.TWILIO_SMS_SENDER),
    },
    contactPerson: { name: settings.CONTACT_PERSON_NAME!, phone: settings.CONTACT_PERSON_PHONE! },
    policy: USUAL_POLICY,
  }
}

/** How fast each sender may go, as the settings say. */
async function setRates(documents: Documents, settings: Settings): Promise<void> {
  const senders = documents.collection('senders')
  const perSecond = { whatsapp: settings.WHATSAPP_PER_SECOND, sms: settings.SMS_PER_SECOND }
  for (const { _id } of await documents.collection('organisations').list({}))
    for (const channel of CHANNELS) {
      const intervalMs = 1000 / perSecond[channel]
      const rate = { intervalMs, reserveMs: intervalMs }
      const sender = { ...newSender(senderOf(_id, channel), channel, 0), ...rate }
      if (!(await senders.insert(sender))) await senders.update({ _id: sender._id }, { set: rate })
    }
}

/** Port 0 means any; the webhooks must know which before anything listens. */
async function anyPort(): Promise<number> {
  const server = createNetServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}
