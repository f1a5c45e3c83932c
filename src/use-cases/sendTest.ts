import type { Campaign } from '../domain/campaign'
import { dryRunFor } from '../domain/campaigns/dryRun'
import type { Contact } from '../domain/contact'
import { readPhone } from '../domain/dialog/answers/phone'
import type { FieldProblem } from '../domain/fieldProblem'
import type { ChannelName, LanguageTag } from '../domain/message'
import type { Staff } from '../domain/staff'
import { sendingHoursOf } from '../domain/timeline/sendingHours'
import { AppError } from '../errors'
import type { Channel } from '../ports/channel'
import type { NewId } from '../ports/ids'
import { auditEntry } from './audit'
import type { DryRun } from './dryRun'
import { enrolmentOf } from './enrolment'
import { renderMessage } from './renderMessage'

export interface SendTest extends DryRun {
  channel: Channel
  newId: NewId
}

export interface TestAsked {
  step: string
  language: LanguageTag
  channel: ChannelName
  /** As it was typed; it is kept nowhere. */
  phone: string
}

export type Tested = { ok: true; end: string } | { ok: false; problems: FieldProblem[] }

const HOUR_MS = 3_600_000
const TESTS_AN_HOUR = 20
const MARK = 'TEST'

/**
 * One message of a campaign to the coordinator's own phone, marked as a test. Nothing of it is kept here but a line in
 * the log without the number, and what the provider has of it is emptied.
 * @throws TOO_MANY_REQUESTS after so many in an hour
 */
export async function sendTest(
  deps: SendTest,
  by: Staff,
  campaign: Campaign,
  asked: TestAsked,
): Promise<Tested> {
  const { documents, content, clock } = deps
  const log = documents.collection('auditLog')
  const since = clock.now() - HOUR_MS
  const before = { organisation: by.organisation, what: 'test_sent', by: by._id, at: { $gte: since } }
  if ((await log.count(before)) >= TESTS_AN_HOUR)
    throw new AppError('TOO_MANY_REQUESTS', 'Too many tests in one hour')
  const address = readPhone(asked.phone, 'BE')
  if (address === null) return wrong('phone', 'not_a_phone')

  const organisation = await documents.collection('organisations').get(campaign.organisation)
  const written = content.timeline(campaign.timeline.id)
  const audience = written?.steps.find(({ id }) => asked.step.startsWith(id))?.audience
  if (!organisation || !written || !audience) throw new AppError('NOT_FOUND', 'There is no such step')
  const from = organisation.senders[asked.channel]
  if (!from) return wrong('channel', 'no_sender')
  if (campaign.event.start === '') return wrong('step', 'no_day')

  const to = { channel: asked.channel, address }
  const contact = somebody(by, campaign, { to, language: asked.language, audience })
  const person = { contact, enrolment: enrolmentOf(campaign, contact, 0), left: {}, answered: [] }
  const circumstances = {
    now: 0,
    sending: sendingHoursOf(organisation),
    dialog: (id: string) => content.dialog(id),
  }
  const planned = dryRunFor({ ...campaign, runningSince: 0 }, written, person, circumstances)
  const say = planned.find(({ step }) => step === asked.step)?.say
  if (!say) return wrong('step', 'nothing_to_say')
  const as = asked.channel === 'whatsapp' ? 'template' : 'text'
  const rendered = await renderMessage(deps, {
    say,
    contact,
    organisation,
    campaign,
    channel: asked.channel,
    as,
  })
  if (!rendered) return wrong('channel', 'no_template')

  const marked = asked.channel === 'sms' ? { ...rendered, text: `${MARK}\n${rendered.text}` } : rendered
  const contentId = await deps.channel.prepare(marked)
  const row = `${TEST_ROW}${deps.newId()}`
  const outcome = await deps.channel.send({
    from,
    to,
    content: marked,
    ...(contentId === null ? {} : { contentId }),
    row,
    attempt: 0,
  })
  await log.insert(
    auditEntry(deps, { what: 'test_sent', organisation: by.organisation, by: by._id, about: campaign._id }),
  )
  if (outcome.outcome !== 'accepted') return wrong('phone', 'did_not_leave')
  await documents
    .collection('redactions')
    .insert({ _id: outcome.providerId, nextAt: clock.now() + HOUR_MS, tries: 0 })
  return { ok: true, end: address.slice(-2) }
}

const wrong = (field: string, problem: string): Tested => ({ ok: false, problems: [{ field, problem }] })

/** Begins the row of every test: what the provider reports about it is about nobody. */
export const TEST_ROW = 'test:'

/** Stands for whoever gets it; is never stored. In a template only a value can say that it is a test. */
const somebody = (
  by: Staff,
  campaign: Campaign,
  about: { to: Contact['addresses'][number]; language: LanguageTag; audience: Contact['audience'] },
): Contact => ({
  _id: 'test',
  organisation: campaign.organisation,
  name: about.to.channel === 'whatsapp' ? `${MARK} ${by.name}` : by.name,
  addresses: [about.to],
  addressKeys: [],
  language: about.language,
  languageChosen: true,
  reads: 'simple',
  audience: about.audience,
  tags: [],
  evening: false,
  consents: [
    {
      key: 'test',
      purpose: 'C1',
      state: 'given',
      version: '1',
      language: about.language,
      at: 0,
      by: 'staff',
    },
  ],
  heardAt: {},
  turn: 0,
})
