import type { Enrolment, EvaluationMark } from '../campaign'
import type { ConsentEntry, Contact } from '../contact'
import type { Conversation, StoredInbound } from '../conversation'
import type { OutboxRow } from '../outbox'

/** Of which of the two each field comes. */
export const CHOSEN = ['name', 'language', 'audience', 'number'] as const
export type Chosen = Record<(typeof CHOSEN)[number], 'kept' | 'gone'>

/** What a person has besides their own document, as far as merging is held up by it. */
export interface Busy {
  rows: readonly Pick<OutboxRow, 'state'>[]
  inbound: readonly Pick<StoredInbound, 'handled' | 'event'>[]
  conversation: Pick<Conversation, 'state' | 'hasOut'> | null
}

/** `leaving`: a message is being handed over. `talking`: they have just written. `open_talk`: they are in the middle of a talk. */
export type MergeProblem = 'leaving' | 'talking' | 'open_talk'

/** Why this person cannot go up in another at this moment; null: they can. */
export function whyNotGone({ rows, inbound, conversation }: Busy): MergeProblem | null {
  if (rows.some(({ state }) => state === 'sending' || state === 'unknown')) return 'leaving'
  if (inbound.some(({ handled, event }) => handled === false && event.kind !== 'timer')) return 'talking'
  if (conversation?.hasOut) return 'talking'
  return isInTheMiddle(conversation) ? 'open_talk' : null
}

/** A first question that nobody answered yet may close; answers, a person of ours and what waits behind may not be lost. */
function isInTheMiddle(conversation: Busy['conversation']): boolean {
  const { stack = [], waiting = [], withPerson } = conversation?.state ?? {}
  const isAnswered = stack.some(({ state: { answers, boxes, passed = [] } }) =>
    [...Object.keys(answers), ...Object.keys(boxes), ...passed].some(Boolean),
  )
  return isAnswered || waiting.length > 0 || withPerson !== undefined
}

/** A question is open, something waits behind it, or a person of ours talks with them. */
export function isTalking(conversation: Busy['conversation']): boolean {
  const { stack = [], waiting = [], withPerson } = conversation?.state ?? {}
  return stack.length > 0 || waiting.length > 0 || withPerson !== undefined
}

type Merged = Pick<
  Contact,
  | 'name'
  | 'language'
  | 'languageChosen'
  | 'audience'
  | 'tags'
  | 'addresses'
  | 'consents'
  | 'stopped'
  | 'heardAt'
  | 'unreachable'
  | 'supervisor'
  | 'fit'
  | 'fitWhy'
>

/** One person of two. A STOP of either stays; the register has the lines of both in order of time. */
export function mergedContact(kept: Contact, gone: Contact, chosen: Chosen): Merged {
  const of = (field: keyof Chosen) => (chosen[field] === 'kept' ? kept : gone)
  const [first, second] = chosen.number === 'kept' ? [kept, gone] : [gone, kept]
  const stops = [kept.stopped, gone.stopped].filter(one => one !== undefined)
  const stopped = stops.toSorted((a, b) => a.at - b.at)[0]
  const unreachable = { ...first.unreachable }
  const { supervisor = gone.supervisor } = kept
  return {
    name: of('name').name,
    language: of('language').language,
    languageChosen: of('language').languageChosen,
    audience: of('audience').audience,
    tags: [...new Set([...kept.tags, ...gone.tags])],
    addresses: [...first.addresses, ...second.addresses],
    consents: inOrder([...kept.consents, ...gone.consents]),
    ...(stopped && { stopped }),
    ...(supervisor !== undefined && { supervisor }),
    ...fitOf(kept.fit ? kept : gone),
    // The window of a channel is that of the number that we write to on it.
    heardAt: { ...second.heardAt, ...first.heardAt },
    ...(Object.keys(unreachable).length > 0 && { unreachable }),
  }
}

const fitOf = ({ fit, fitWhy }: Contact): Pick<Merged, 'fit' | 'fitWhy'> => ({
  ...(fit && { fit }),
  ...(fit && fitWhy !== undefined && { fitWhy }),
})

const inOrder = (lines: readonly ConsentEntry[]): ConsentEntry[] => [
  ...new Map(lines.toSorted((a, b) => a.at - b.at).map(line => [line.key, line])).values(),
]

const MARKS: readonly EvaluationMark[] = ['invited', 'started', 'declined', 'answered']

/** Both are in one campaign: what the kept one said goes before what the other said. */
export function mergedEnrolment(kept: Enrolment, gone: Enrolment): Partial<Enrolment> {
  const evaluations = { ...gone.evaluations }
  for (const [instrument, mark] of Object.entries(kept.evaluations)) {
    const other = evaluations[instrument]
    if (other === undefined || MARKS.indexOf(mark) > MARKS.indexOf(other)) evaluations[instrument] = mark
  }
  const said = kept.rsvp === undefined && gone.rsvp !== undefined ? gone : kept
  const { rsvp, rsvpAt, companions, children } = said
  return {
    ...(rsvp !== undefined && { rsvp }),
    ...(rsvpAt !== undefined && { rsvpAt }),
    ...(companions !== undefined && { companions }),
    ...(children !== undefined && { children }),
    needs: [...new Set([...kept.needs, ...gone.needs])],
    ...((kept.attended ?? gone.attended) !== undefined && { attended: kept.attended ?? gone.attended }),
    joinedAt: Math.min(kept.joinedAt, gone.joinedAt),
    evaluations,
  }
}
