import { type Contact, heldKeys } from '../domain/contact'
import type { MergeProblem } from '../domain/contacts/merged'
import { type Chosen, isTalking, mergedContact, mergedEnrolment, whyNotGone } from '../domain/contacts/merged'
import type { TRACES } from '../domain/contacts/traces'
import { versionOf } from '../domain/contacts/version'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { AtomicStep, Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import type { Lanes } from '../store/lanes'
import { auditEntry } from './audit'
import { keepMerge } from './keepMerge'
import { readTraces, type Traces } from './readTraces'

export interface MergeContacts {
  documents: Documents
  lanes: Lanes
  clock: Clock
  newId: NewId
  seal: Pick<Seal, 'lock'>
}

export interface MergePreview {
  /** Whose place stays: who talks with us now, else the one asked for. */
  kept: Contact
  gone: Contact
  /** What comes over: messages sent and received, campaigns, of which both are in, tasks. */
  messages: number
  campaigns: number
  both: number
  tasks: number
  /** Planned messages that one of the two would have had twice. */
  takenBack: number
  /** A question to the one who goes, that nobody answered yet, closes. */
  closes: boolean
  problem: MergeProblem | null
}

/** What merging would do. Writes nothing. */
export async function previewMerge(
  documents: Documents,
  contacts: readonly [Contact, Contact],
): Promise<MergePreview> {
  const [kept, gone] = await placed(documents, contacts)
  const steps = stepsFor(kept, gone, ALL_KEPT)
  return {
    kept: kept.contact,
    gone: gone.contact,
    messages:
      gone.rows.filter(({ kind, leftAt }) => kind === 'message' && leftAt !== undefined).length +
      gone.inbound.filter(({ event }) => event.kind === 'message').length,
    campaigns: gone.enrolments.length,
    both: sharedBy(kept, gone).size,
    tasks: gone.tasks.filter(({ state }) => state === 'open').length,
    takenBack: steps.filter(step => 'update' in step && step.patch.set?.reason === MERGED).length,
    closes: isTalking(gone.conversation),
    problem: whyNotGone(gone),
  }
}

const ALL_KEPT: Chosen = { name: 'kept', language: 'kept', audience: 'kept', number: 'kept' }
const MERGED = 'merged'
const LEASE_MS = 60_000

/**
 * Makes one person of two, all at once or not at all: addresses, register, campaigns, messages, answers and tasks. Both
 * are kept from talking meanwhile, and nobody gets a step of a campaign a second time.
 * @param versions of the two as they were seen
 * @returns the id that stays
 * @throws AppError CONTACT_BUSY when it is not safe at this moment, CONTACT_CHANGED when one of them has changed since
 */
export async function mergeContacts(
  deps: MergeContacts,
  contacts: readonly [Contact, Contact],
  chosen: Chosen,
  by: string,
): Promise<string> {
  const owner = deps.newId()
  const ids = contacts.map(({ _id }) => _id).toSorted()
  const entered: string[] = []
  try {
    for (const id of ids) {
      if (!(await deps.lanes.enter(id, owner, deps.clock.now(), LEASE_MS))) throw busy('talking')
      entered.push(id)
    }
    const [kept, gone] = await placed(deps.documents, contacts)
    const problem = whyNotGone(gone)
    if (problem) throw busy(problem)
    const { _id, organisation } = kept.contact
    const entry = auditEntry(deps, { what: 'contacts_merged', organisation, by, about: _id })
    const steps = stepsFor(kept, gone, chosen)
    const merge = { organisation, contact: _id, by, at: deps.clock.now() }
    const all: AtomicStep[] = [
      ...steps,
      ...ids.map((contact): AtomicStep => ({ remove: { contact }, from: 'merges' })),
      await keepMerge(deps, steps, merge),
      { insert: entry, into: 'auditLog' },
    ]
    if (!(await deps.documents.atomically(all)))
      throw new AppError('CONTACT_CHANGED', 'One of the two has changed meanwhile')
    return _id
  } finally {
    for (const id of entered) await deps.lanes.leave(id, owner)
  }
}

const busy = (problem: MergeProblem) =>
  new AppError('CONTACT_BUSY', 'Something is under way with one of the two', { problem })

/** Who is in the middle of a talk keeps their place, or has a question open alone; else the first of the two does. */
async function placed(
  documents: Documents,
  [first, second]: readonly [Contact, Contact],
): Promise<[Traces, Traces]> {
  const [a, b] = await Promise.all([readTraces(documents, first), readTraces(documents, second)])
  const stays = (one: Traces) => (whyNotGone(one) === 'open_talk' ? 2 : isTalking(one.conversation) ? 1 : 0)
  return stays(b) > stays(a) ? [b, a] : [a, b]
}

const sharedBy = (kept: Traces, gone: Traces): Set<string> => {
  const own = new Set(kept.enrolments.map(({ campaign }) => campaign))
  return new Set(gone.enrolments.map(({ campaign }) => campaign).filter(one => own.has(one)))
}

function stepsFor(kept: Traces, gone: Traces, chosen: Chosen): AtomicStep[] {
  const shared = sharedBy(kept, gone)
  const moved: Record<keyof typeof TRACES, AtomicStep[]> = {
    enrolments: enrolmentSteps(kept, gone, shared),
    outbox: rowSteps(kept, gone, shared),
    inbound: inboundSteps(kept, gone),
    tasks: taskSteps(kept, gone, shared),
    namedReplies: replySteps(kept, gone),
    contactNotes: passedOn(gone.notes, 'contactNotes', kept),
    workNotes: passedOn(gone.work, 'workNotes', kept),
    trainings: passedOn(gone.trainings, 'trainings', kept),
    media: passedOn(gone.media, 'media', kept),
    paperLetters: passedOn(gone.letters, 'paperLetters', kept),
    merges: [],
  }
  return [
    ...contactSteps(kept.contact, gone.contact, chosen),
    ...Object.values(moved).flat(),
    { remove: { _id: gone.contact._id }, from: 'conversations' },
    { remove: { _id: gone.contact._id }, from: 'threads' },
  ]
}

/** The one who goes lets go of the numbers first. */
function contactSteps(kept: Contact, gone: Contact, chosen: Chosen): AtomicStep[] {
  const { stopped, unreachable, ...merged } = mergedContact(kept, gone, chosen)
  const asSeen = ({ _id, turn, rev }: Contact) => ({ _id, turn, rev: rev ?? null })
  const absent = [...(stopped ? [] : ['stopped']), ...(unreachable ? [] : ['unreachable'])]
  return [
    { update: asSeen(gone), patch: { inc: { rev: 1 } }, in: 'contacts' },
    { remove: { _id: gone._id }, from: 'contacts' },
    {
      update: asSeen(kept),
      patch: {
        set: {
          ...merged,
          addressKeys: [
            ...new Set([
              ...kept.addressKeys,
              ...gone.addressKeys,
              ...heldKeys(kept.organisation, merged.addresses),
            ]),
          ],
          ...(stopped && { stopped }),
          ...(unreachable && { unreachable }),
        },
        ...(absent.length > 0 && { unset: absent }),
        inc: { rev: 1 },
      },
      in: 'contacts',
    },
  ]
}

/** A moved enrolment begins to count turns anew: those of the other conversation say nothing here. */
function enrolmentSteps(kept: Traces, gone: Traces, shared: ReadonlySet<string>): AtomicStep[] {
  const contact = kept.contact._id
  return gone.enrolments.flatMap((enrolment): AtomicStep[] => {
    const { _id, campaign } = enrolment
    const own = kept.enrolments.find(one => one.campaign === campaign)
    return [
      { update: { _id, turn: enrolment.turn }, patch: { set: { turn: 0 } }, in: 'enrolments' },
      { remove: { _id }, from: 'enrolments' },
      own && shared.has(campaign)
        ? {
            update: { _id: own._id, turn: own.turn },
            patch: { set: { ...mergedEnrolment(own, enrolment) } },
            in: 'enrolments',
          }
        : {
            insert: { ...enrolment, _id: `${campaign}:${contact}`, contact, turn: 0 },
            into: 'enrolments',
          },
    ]
  })
}

/** Who had a step on one number does not get it on the other. */
function rowSteps(kept: Traces, gone: Traces, shared: ReadonlySet<string>): AtomicStep[] {
  const contact = kept.contact._id
  const from = gone.contact._id
  const hadAlready = new Set(
    gone.rows
      .filter(({ leftAt, campaign }) => leftAt !== undefined && shared.has(campaign ?? ''))
      .map(({ campaign, step }) => `${campaign}:${step}`),
  )
  const takeBack = { state: 'cancelled', reason: MERGED, cancelledBy: 'person' }
  const twice = kept.rows.filter(
    ({ state, campaign, step }) => state === 'planned' && hadAlready.has(`${campaign}:${step}`),
  )
  return [
    ...gone.rows.map(({ _id, key, state, rev, campaign }): AtomicStep => {
      const goes = state === 'planned' && (campaign === undefined || shared.has(campaign))
      const isPlanned = campaign !== undefined && key.endsWith(`:${from}`) && !shared.has(campaign)
      return {
        update: { _id, state, rev },
        patch: {
          set: {
            contact,
            ...(isPlanned && { key: key.slice(0, -from.length) + contact }),
            ...(goes && takeBack),
          },
          inc: { rev: 1, ...(goes && { fence: 1 }) },
        },
        in: 'outbox',
      }
    }),
    ...twice.map(
      ({ _id, rev }): AtomicStep => ({
        update: { _id, state: 'planned', rev },
        patch: { set: takeBack, inc: { rev: 1, fence: 1 } },
        in: 'outbox',
      }),
    ),
  ]
}

/** Reminders of a talk that is over go; what was said stays in the history. */
const inboundSteps = (kept: Traces, gone: Traces): AtomicStep[] =>
  gone.inbound.map(
    ({ _id, handled }): AtomicStep =>
      handled === false
        ? { remove: { _id }, from: 'inbound' }
        : { update: { _id, handled }, patch: { set: { contact: kept.contact._id } }, in: 'inbound' },
  )

function taskSteps(kept: Traces, gone: Traces, shared: ReadonlySet<string>): AtomicStep[] {
  const contact = kept.contact._id
  const from = gone.contact._id
  const own = new Set(kept.tasks.map(({ _id }) => _id))
  return gone.tasks.flatMap((task): AtomicStep[] => {
    const { _id, campaign, state } = task
    const isPlanned = _id.endsWith(`:${from}`)
    const renamed = _id.slice(0, -from.length) + contact
    const isShared = campaign === undefined ? own.has(renamed) : shared.has(campaign)
    if (isPlanned && !isShared)
      return [
        { remove: { _id }, from: 'tasks' },
        { insert: { ...task, _id: renamed, contact }, into: 'tasks' },
      ]
    const isTwice = isPlanned && state === 'open'
    const set = { contact, ...(isTwice && { state: 'cancelled' }) }
    return [{ update: { _id, state }, patch: { set }, in: 'tasks' }]
  })
}

/** A code on a letter, a note, a voice: they are the same person's from now on. */
const passedOn = (
  ids: readonly string[],
  name: 'contactNotes' | 'workNotes' | 'trainings' | 'media' | 'paperLetters',
  kept: Traces,
) =>
  ids.map((_id): AtomicStep => ({ update: { _id }, patch: { set: { contact: kept.contact._id } }, in: name }))

const replySteps = (kept: Traces, gone: Traces): AtomicStep[] => [
  ...gone.replies.map(
    ({ _id }): AtomicStep => ({
      update: { _id },
      patch: { set: { contact: kept.contact._id } },
      in: 'namedReplies',
    }),
  ),
  ...gone.about.map(
    ({ _id }): AtomicStep => ({
      update: { _id },
      patch: { set: { about: kept.contact._id } },
      in: 'namedReplies',
    }),
  ),
]

/** Of the two as they were seen together. */
export const pairVersion = (a: Contact, b: Contact): string =>
  [a, b]
    .map(one => `${one._id}/${versionOf(one)}`)
    .toSorted()
    .join('+')
