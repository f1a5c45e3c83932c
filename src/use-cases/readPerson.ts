import type { Campaign, Enrolment } from '../domain/campaign'
import type { Audience, Contact } from '../domain/contact'
import type { Task } from '../domain/conversation'
import type { OutboxRow } from '../domain/outbox'
import { isRepeatable } from '../domain/report/repeatable'
import { type Stage, stageOf } from '../domain/report/stage'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { readNames } from './readNames'

/** One message of a step to this person, with all that was reported about it. */
export interface PersonMessage {
  row: OutboxRow
  stage: Stage
  /** When it left; before that, when it is due. */
  at: number
  history: { status: string; at: number }[]
  canRepeat: boolean
}

export interface PersonReading {
  now: number
  campaign: Campaign
  contact: Contact
  audience: Audience
  enrolment: Enrolment
  messages: PersonMessage[]
  tasks: Task[]
  /** By staff id. */
  names: Record<string, string>
}

/** One person's way through one campaign: every message with its life, every task with who did it. */
export async function readPerson(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  campaign: Campaign,
  contactId: string,
): Promise<PersonReading> {
  const now = clock.now()
  const [contact, enrolment, rows, ofContact] = await Promise.all([
    documents.collection('contacts').get(contactId),
    documents.collection('enrolments').get(`${campaign._id}:${contactId}`),
    documents.collection('outbox').list({ contact: contactId, campaign: campaign._id }),
    documents.collection('tasks').list({ contact: contactId }),
  ])
  if (!contact || !enrolment) throw new AppError('CONTACT_NOT_FOUND', 'This person is not in this campaign')
  const said = new Set(rows.filter(({ kind }) => kind === 'message').map(({ step }) => step))
  // The start of a dialog is only the promise of its first message.
  const shown = rows.filter(
    ({ kind, step, state }) => kind === 'message' || (!said.has(step) && state !== 'started'),
  )
  const messages = await Promise.all(
    shown.map(async (row): Promise<PersonMessage> => {
      const statuses =
        row.leftAt === undefined ? [] : await documents.collection('statuses').list({ row: row._id })
      return {
        row,
        stage: stageOf(row),
        at: row.attempts[String(row.attempt)]?.startedAt ?? row.dueAt,
        history: statuses.map(({ status, at }) => ({ status, at })).toSorted((a, b) => a.at - b.at),
        canRepeat: isRepeatable(row, now),
      }
    }),
  )
  const tasks = ofContact.filter(task => task.campaign === campaign._id)
  const doers = [enrolment.rsvpBy, ...tasks.map(({ doneBy }) => doneBy)]
  return {
    now,
    campaign,
    contact,
    audience: enrolment.audience,
    enrolment,
    messages: messages.toSorted((a, b) => a.at - b.at),
    tasks: tasks.toSorted((a, b) => a.dueAt - b.dueAt),
    names: await readNames(documents, campaign.organisation, doers),
  }
}
