import type { Campaign } from '../domain/campaign'
import { type DryStep, dryRunFor } from '../domain/campaigns/dryRun'
import type { Contact } from '../domain/contact'
import { byName } from '../domain/contacts/contactFilter'
import { chooseContent } from '../domain/delivery/chooseContent'
import { pricesOf } from '../domain/delivery/price'
import type { Organisation } from '../domain/organisation'
import { segments } from '../domain/text/segments'
import type { Person } from '../domain/timeline/plan'
import { sendingHoursOf } from '../domain/timeline/sendingHours'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import { enrolmentOf } from './enrolment'
import { readPlanned } from './readPlanned'
import { type RenderedMessage, type Rendering, readOwnWords, renderMessage } from './renderMessage'

export interface DryRun extends Rendering {
  content: Content
  clock: Clock
}

export interface DryMessage extends DryStep {
  /** As the phone will show it. */
  rendered?: RenderedMessage
  /** About, in cents. */
  cents: number
  /** Of an SMS. */
  parts?: number
}

export interface PersonRun {
  contact: Contact
  steps: DryMessage[]
}

/** People for whom a plan is the same but for their name: a thousand of them are a few kinds. */
export interface KindRun extends PersonRun {
  count: number
}

/** One of each kind of people, and how many there are of it. */
export async function dryRunOfKinds(deps: DryRun, campaign: Campaign): Promise<KindRun[]> {
  const { people } = await readPlanned(deps.documents, campaign._id)
  const kinds = new Map<string, { first: string; count: number }>()
  for (const person of people) {
    const kind = kindOf(person)
    const known = kinds.get(kind)
    if (known) known.count++
    else kinds.set(kind, { first: person.contact._id, count: 1 })
  }
  const counts = new Map([...kinds.values()].map(({ first, count }) => [first, count]))
  const runs = await dryRun(deps, campaign, { only: [...counts.keys()] })
  return runs.map(run => ({ ...run, count: counts.get(run.contact._id) ?? 0 }))
}

function kindOf({ contact, enrolment, left, answered }: Person): string {
  const { language, reads, evening, unreachable = {}, stopped, heardAt } = contact
  const channels = contact.addresses.map(({ channel }) => channel)
  const agreed = contact.consents.map(({ purpose, state }) => `${purpose}${state}`)
  const { audience, rsvp, attended, joinedAt } = enrolment
  const about = [language, reads, evening, channels, Object.keys(unreachable), stopped, agreed, heardAt]
  return JSON.stringify([about, audience, rsvp, attended, joinedAt, Object.keys(left), answered])
}

/**
 * What each person of a campaign would get: date, hour, channel, words, language and price, and why not. Nothing is
 * stored and nothing leaves.
 * @param only these contacts; absent: everybody who is in it
 * @param joining people who are not in it yet, as if they came in now
 */
export async function dryRun(
  deps: DryRun,
  campaign: Campaign,
  { only, joining }: { only?: readonly string[] | undefined; joining?: readonly Contact[] | undefined } = {},
): Promise<PersonRun[]> {
  const { documents, content, clock } = deps
  const organisation = await documents.collection('organisations').get(campaign.organisation)
  const timeline = content.timeline(campaign.timeline.id)
  if (!organisation || !timeline)
    throw new AppError('CAMPAIGN_NOT_FOUND', 'Its organisation or timeline is gone')
  const people = joining
    ? joining.map(contact => asJoining(campaign, contact, clock.now()))
    : (await readPlanned(documents, campaign._id)).people
  const asked = only ? people.filter(({ contact }) => only.includes(contact._id)) : people
  const own = await readOwnWords(deps, { organisation: organisation._id, campaign: campaign._id })
  const circumstances = {
    now: clock.now(),
    sending: sendingHoursOf(organisation),
    dialog: (id: string) => content.dialog(id),
  }
  const runs = new Map<string, PersonRun>()
  for (const person of asked) {
    const steps = dryRunFor(campaign, timeline, person, circumstances)
    const about = { campaign, organisation, person, own }
    runs.set(person.contact._id, {
      contact: person.contact,
      steps: await Promise.all(steps.map(step => priced(deps, step, about))),
    })
  }
  return byName(asked.map(({ contact }) => contact)).map(({ _id }) => runs.get(_id)!)
}

const asJoining = (campaign: Campaign, contact: Contact, now: number): Person => ({
  contact,
  enrolment: enrolmentOf(campaign, contact, now),
  left: {},
  answered: [],
})

async function priced(
  deps: DryRun,
  step: DryStep,
  about: {
    campaign: Campaign
    organisation: Organisation
    person: Person
    own: Parameters<typeof renderMessage>[1]['own']
  },
): Promise<DryMessage> {
  const { channel, say } = step
  if (!channel || !say || step.skipped) return { ...step, cents: 0 }
  const { contact } = about.person
  const { campaign, organisation, own } = about
  const as = chooseContent(channel, contact.heardAt[channel], step.dueAt)
  const rendered = await renderMessage(deps, { say, contact, organisation, campaign, channel, as, own })
  if (!rendered) return { ...step, skipped: 'needs_template', cents: 0 }
  const parts = channel === 'sms' ? segments(rendered.text).segments : 1
  return {
    ...step,
    rendered,
    // Within the window a WhatsApp message is an answer, and answers are free at WhatsApp.
    cents: channel === 'whatsapp' && as === 'text' ? 0 : pricesOf(organisation)[channel] * parts,
    ...(channel === 'sms' ? { parts } : {}),
  }
}
