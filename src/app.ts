import { randomBytes, randomInt } from 'node:crypto'
import type { Server } from 'node:http'
import { createApprovals } from './approvals'
import { createBot } from './bot/bot'
import { factsFor } from './content/facts'
import { createAccountDesk } from './desk/account'
import { createApiDesk } from './desk/api'
import { createCampaignDesk } from './desk/campaigns'
import { createCodeDesk } from './desk/code'
import { createContactsDesk } from './desk/contacts'
import { createDayDesk } from './desk/day'
import { createDoor } from './desk/door'
import { createImportDesk } from './desk/imports'
import { createInboxDesk } from './desk/inbox'
import { createKioskDesk, createTabletDesk } from './desk/kiosk'
import { createLettersDesk } from './desk/letters'
import { createPersonDesk } from './desk/person'
import { createReportDesk } from './desk/reports'
import { createReviewDesk, createReviewerDesk } from './desk/review'
import { createSettingsDesk } from './desk/settings'
import { createTalkDesk } from './desk/talks'
import { createTextsDesk } from './desk/texts'
import { createTodayDesk } from './desk/today'
import type { DeskTools } from './desk/tools'
import { checkTiming, TIMING } from './domain/delivery/timing'
import { buildLexicon } from './domain/dialog/buildLexicon'
import { isStopWord } from './domain/dialog/commands'
import { segments } from './domain/text/segments'
import { createKicks } from './kicks'
import { lists } from './lists/lists'
import type { Channel, Inbound, StatusReport } from './ports/channel'
import type { Clock } from './ports/clock'
import type { Content } from './ports/content'
import type { CrashPoint } from './ports/crashPoint'
import type { Documents } from './ports/documents'
import type { Log } from './ports/log'
import type { Seal } from './ports/seal'
import type { Tell } from './ports/tell'
import type { Templates } from './ports/templates'
import { createAttempts } from './store/attempts'
import { createContacts } from './store/contacts'
import { createConversations } from './store/conversations'
import { createInbound } from './store/inbound'
import { createLanes } from './store/lanes'
import { createLetters } from './store/letters'
import { createOutbox } from './store/outbox'
import { createProviderMessages } from './store/providerMessages'
import { createSenderOwners } from './store/senderOwners'
import { createSenders } from './store/senders'
import { createStatuses } from './store/statuses'
import { createThreads } from './store/threads'
import { announceEnrolment, announceOptOut } from './use-cases/announce'
import type { applyEffects } from './use-cases/applyEffects'
import { applyStatus } from './use-cases/applyStatus'
import { cancelRows } from './use-cases/cancelRows'
import { catchUp } from './use-cases/catchUp'
import { closeEvaluations } from './use-cases/closeEvaluations'
import { createTurnContext } from './use-cases/createTurnContext'
import { forgetOldDue } from './use-cases/forgetOld'
import { hearVoice } from './use-cases/hearVoice'
import { importsDue } from './use-cases/importsDue'
import { keepCase } from './use-cases/keepCase'
import { keepCasesDue } from './use-cases/keepCases'
import { nextMoment } from './use-cases/nextMoment'
import { planCampaign, planDue } from './use-cases/planCampaign'
import { planFollowUpsDue } from './use-cases/planFollowUps'
import { postLetter } from './use-cases/postLetter'
import { readHealth } from './use-cases/readHealth'
import { receiveMessage } from './use-cases/receiveMessage'
import { recordStatus } from './use-cases/recordStatus'
import { redactAnswers } from './use-cases/redactAnswers'
import { sendDue } from './use-cases/sendDue'
import type { Sending } from './use-cases/sending'
import { stillWanted } from './use-cases/stillWanted'
import { type TakeTurns, takeTurns } from './use-cases/takeTurns'
import { tellHooks } from './use-cases/tellHooks'
import { tick as tickSending } from './use-cases/tick'
import { createServer } from './web/createServer'

export interface AppParts {
  documents: Documents
  content: Content
  channel: Channel & Templates
  clock: Clock
  log: Log
  seal: Seal
  tell: Tell
  zone: string
  /** People reach the pages by https: the session's cookie never leaves otherwise. */
  secure?: boolean
  /** Sessions end by this clock: a practice clock that is turned forward signs nobody out. */
  staffClock?: Clock
  /** The phones page, when nothing leaves this machine. */
  phones?: string | undefined
  crash?: CrashPoint
}

export interface App {
  server: Server
  /** Looks at everything that is due. Safe at any moment, twice, and in several processes. */
  tick(): Promise<void>
  /** Reads what came in while we were away. */
  catchUp(): Promise<void>
  /** All work that was begun beside the tick is done. */
  idle(): Promise<void>
  /** The next moment at which something falls due, after `moment`. */
  nextDue(moment: number): Promise<number | null>
}

const SECOND = 1_000
const HOUR = 3_600_000
/** A list that could not be read is read again after this. */
const CATCH_UP_AGAIN_MS = 5 * 60 * SECOND
/** How much one look takes up at most; the next look goes on. */
const PER_LOOK = 500
const AT_ONCE = 8

/** The wiring: the only place that knows every part. Everything it makes is passed on by hand. */
export function createApp(parts: AppParts): App {
  const { documents, content, channel, clock, log, seal, crash = () => {} } = parts
  const mistakes = checkTiming(TIMING)
  if (mistakes.length > 0) throw new RangeError(mistakes.join('; '))
  const newId = () => randomBytes(16).toString('base64url')
  const random = () => randomInt(2 ** 47) / 2 ** 47
  const lexicon = buildLexicon(content.words)
  const stores = {
    documents,
    contacts: createContacts(documents),
    conversations: createConversations(documents),
    inbound: createInbound(documents),
    lanes: createLanes(documents),
    letters: createLetters(documents),
    outbox: createOutbox(documents),
    attempts: createAttempts(documents),
    providerMessages: createProviderMessages(documents),
    statuses: createStatuses(documents),
    senders: createSenders(documents),
    threads: createThreads(documents),
  }
  const common = { ...stores, content, clock, log, seal, newId, channel, crash }

  const sending: Sending = {
    ...common,
    templates: channel,
    facts: ({ contact, organisation, campaign, language }) =>
      factsFor({ contact, organisation, ...(campaign ? { event: campaign.event } : {}) }, language),
    stillWanted: (row, campaign) => stillWanted(common, row, campaign),
    segmentsOf: text => segments(text).segments,
    timing: TIMING,
    owner: newId(),
    chance: Math.random,
    parallel: 20,
  }
  const turns = {
    ...common,
    bot: createBot({ content, seal: seal.sealTo }),
    turnContext: createTurnContext(common),
    isAnonymous: (dialog: string) => content.dialog(dialog)?.privacy === 'anonymous',
    hearVoice: (...said: Parameters<TakeTurns['hearVoice']>) => hearVoice(common, ...said),
    cancelRowsOf: async (contact: string, reason: string, by: 'stop' | 'person', before: number) => {
      await cancelRows(sending, { contact, before }, reason, by)
      if (by === 'stop') await announceOptOut(common, contact)
    },
    replan: async (campaign: string, contact: string) => {
      await planCampaign(common, campaign, { contact })
      await announceEnrolment(common, campaign, contact)
    },
    postLetter: (
      { run, instrument }: Parameters<Parameters<typeof applyEffects>[0]['postLetter']>[0],
      contact: string,
    ) => postLetter(common, run, instrument, contact),
  }

  const senderOwners = createSenderOwners(documents, clock)
  const receiving = {
    ...common,
    isStopWord: (text: string) => isStopWord(text, lexicon),
    organisationOf: senderOwners.of,
  }

  /** One person's turn, then at once what was said to them. */
  const kicks = createKicks(async id => {
    const [organisation = '', contact = ''] = id.split('|')
    try {
      await takeTurns(turns, contact, organisation)
      await sendDue(sending, { contact, limit: 50 })
      // Nobody waits for it: the answer has left.
      await keepCase(common, contact)
    } catch (error) {
      log.error('turn', error, { contact })
    }
  }, AT_ONCE)
  const kick = (contact: string, organisation: string) => kicks.kick(`${organisation}|${contact}`)

  const background = new Set<Promise<void>>()
  const inBackground = (work: Promise<unknown>) => {
    const ended: Promise<void> = work
      .then(
        () => {},
        error => log.error('background', error),
      )
      .finally(() => background.delete(ended))
    background.add(ended)
  }

  const receive = async (message: Inbound, late?: { at: number }) => {
    await senderOwners.ready(message.to)
    const received = await receiveMessage(receiving, message, late)
    if (received?.isNew) kick(received.contact, received.organisation)
  }

  const turnsDue = async () => {
    for (const { _id, organisation } of await stores.conversations.unfinished(PER_LOOK))
      kick(_id, organisation)
    for (const { contact, organisation } of await stores.inbound.waiting(clock.now(), PER_LOOK))
      kick(contact, organisation)
    await kicks.idle()
  }

  let caughtUpAt = Number.NEGATIVE_INFINITY
  const catchUpAll = async () => {
    caughtUpAt = clock.now()
    await senderOwners.ready()
    for (const sender of senderOwners.all())
      await catchUp({ ...common, receive }, sender).catch(error => {
        caughtUpAt = clock.now() - HOUR + CATCH_UP_AGAIN_MS
        log.error('catch-up', error)
      })
  }

  const approvals = createApprovals({ ...common, templates: channel })
  let lookedAt = { moment: clock.monotonic(), isStart: true }
  const tick = async () => {
    // Before anything leaves: without its template a first message would be refused.
    await approvals.ask()
    await planDue(common)
    await turnsDue()
    await tickSending(sending, PER_LOOK)
    await turnsDue()
    await tickSending(sending, PER_LOOK)
    await redactAnswers(common, PER_LOOK)
    await forgetOldDue(common)
    await planFollowUpsDue(common)
    await tellHooks({ ...common, tell: parts.tell }, PER_LOOK)
    inBackground(importsDue(importing))
    inBackground(keepCasesDue(common))
    await closeEvaluations({ ...common, random }, clock.now())
    if (clock.now() - caughtUpAt > HOUR) await catchUpAll()
    await approvals.look()
    lookedAt = { moment: clock.monotonic(), isStart: false }
  }

  const staffTools = { documents, newId, clock: parts.staffClock ?? clock }
  const importing = { ...common, lists, lexicon }
  const tools: DeskTools = {
    ...common,
    random,
    templates: channel,
    sending,
    turns,
    kick,
    tick,
    zone: parts.zone,
  }
  const server = createServer({
    webhooks: {
      channel,
      receive,
      recordStatus: async (report: StatusReport) => {
        const record = await recordStatus(sending, report)
        // What it means comes after the answer; a crash in between is repaired by the tick.
        if (record) inBackground(applyStatus(sending, record))
      },
      log,
    },
    texts: content.texts,
    zone: parts.zone,
    phones: parts.phones,
    desk: {
      door: createDoor(staffTools, { secure: parts.secure ?? false, practice: parts.phones !== undefined }),
      today: createTodayDesk(tools),
      person: createPersonDesk(tools),
      inbox: createInboxDesk(tools),
      campaigns: createCampaignDesk(tools),
      contacts: createContactsDesk(tools),
      settings: createSettingsDesk(staffTools, tools, parts.phones !== undefined),
      imports: createImportDesk(tools, importing),
      account: createAccountDesk(staffTools),
      day: createDayDesk(tools),
      letters: createLettersDesk(tools),
      code: createCodeDesk(tools),
      reports: createReportDesk(tools),
      api: createApiDesk(staffTools, tools, parts.phones !== undefined),
      texts: createTextsDesk(tools),
      review: createReviewDesk(tools),
      reviewers: createReviewerDesk(tools),
      kiosk: createKioskDesk(tools),
      tablets: createTabletDesk(tools),
      talks: createTalkDesk(tools),
    },
    log,
    health: () => readHealth(common, lookedAt),
  })

  return {
    server,
    tick,
    catchUp: catchUpAll,
    idle: async () => {
      while (background.size > 0 || kicks.busy) await Promise.all([...background, kicks.idle()])
    },
    nextDue: moment => nextMoment(common, moment),
  }
}
