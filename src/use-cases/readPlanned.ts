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

/** It left, as far as we know. */
const LEFT: readonly OutboxRow['state'][] = [
  'sending',
  'unknown',
  'accepted',
  'delivered',
  'unresolved',
  'started',
]
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
  const leaves = (who: string, step: string | undefined, at: number | undefined) => {
    if (step !== undefined && at !== undefined) left.set(who, { ...left.get(who), [step]: at })
  }
  for (const row of rows) if (LEFT.includes(row.state)) leaves(row.contact, row.step, row.leftAt ?? row.dueAt)
  for (const task of tasks)
    if (task.state === 'done') leaves(task.contact, task.step, task.doneAt ?? task.dueAt)
  const answered = new Map<string, string[]>()
  for (const reply of replies)
    if (Object.keys(reply.answers).length > 0)
      answered.set(reply.contact, [...(answered.get(reply.contact) ?? []), reply.dialog])
  const people = enrolments.flatMap(enrolment => {
    const who = contacts.get(enrolment.contact)
    if (!who) return []
    return [{ enrolment, contact: who, left: left.get(who._id) ?? {}, answered: answered.get(who._id) ?? [] }]
  })
  return { rows, tasks, enrolments, people }
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
