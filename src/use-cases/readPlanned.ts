import type { Enrolment } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import type { Task } from '../domain/conversation'
import type { OutboxRow } from '../domain/outbox'
import type { Person } from '../domain/timeline/plan'
import type { Documents } from '../ports/documents'

/** What has been planned so far, and for whom. */
export interface Planned {
  rows: OutboxRow[]
  tasks: Task[]
  enrolments: Enrolment[]
  /** Those of them whose contact still exists. */
  people: Person[]
}

const LEFT: readonly OutboxRow['state'][] = ['accepted', 'delivered', 'unresolved', 'started']
/** It may have left, and may come back to be planned. */
const IN_DOUBT: readonly OutboxRow['state'][] = ['sending', 'unknown']
const CONTACTS_AT_ONCE = 500

/** Everything that a plan rests on, of a whole campaign or of one person in it. */
export async function readPlanned(
  documents: Documents,
  campaign: string,
  contact?: string,
): Promise<Planned> {
  const filter = { campaign, ...(contact === undefined ? {} : { contact }) }
  // Replies and tasks of a talk belong to the campaign too, but are not the plan's.
  const ofPlan = { ...filter, planVersion: { $exists: true } }
  const [enrolments, rows, tasks, replies] = await Promise.all([
    documents.collection('enrolments').list(filter),
    documents.collection('outbox').list(ofPlan),
    documents.collection('tasks').list(ofPlan),
    documents.collection('namedReplies').list(filter),
  ])
  const contacts = await readContacts(
    documents,
    enrolments.map(enrolment => enrolment.contact),
  )
  const left = new Map<string, Record<string, number>>()
  const heardAt = new Map<string, number>()
  for (const row of rows) {
    const at = row.leftAt ?? row.dueAt
    const hasLeft = LEFT.includes(row.state)
    if (hasLeft) leaves(row.contact, row.step, at)
    if (hasLeft || IN_DOUBT.includes(row.state)) hears(row.contact, at)
  }
  for (const task of tasks) {
    if (task.state !== 'done') continue
    const at = task.doneAt ?? task.dueAt
    leaves(task.contact, task.step, at)
    hears(task.contact, at)
  }
  const answered = new Map<string, string[]>()
  for (const reply of replies)
    if (Object.keys(reply.answers).length > 0)
      answered.set(reply.contact, [...(answered.get(reply.contact) ?? []), reply.dialog])
  const people = enrolments.flatMap(enrolment => {
    const who = contacts.get(enrolment.contact)
    if (!who) return []
    const { _id } = who
    const known = { left: left.get(_id) ?? {}, heardAt: heardAt.get(_id), answered: answered.get(_id) ?? [] }
    return [{ enrolment, contact: who, ...known }]
  })
  return { rows, tasks, enrolments, people }

  function leaves(who: string, step: string | undefined, at: number) {
    if (step !== undefined) left.set(who, { ...left.get(who), [step]: at })
  }
  function hears(who: string, at: number) {
    heardAt.set(who, Math.min(at, heardAt.get(who) ?? at))
  }
}

async function readContacts(documents: Documents, ids: readonly string[]): Promise<Map<string, Contact>> {
  const contacts = new Map<string, Contact>()
  for (let from = 0; from < ids.length; from += CONTACTS_AT_ONCE) {
    const some = ids.slice(from, from + CONTACTS_AT_ONCE)
    for (const contact of await documents.collection('contacts').list({ _id: { $in: some } }))
      contacts.set(contact._id, contact)
  }
  return contacts
}
