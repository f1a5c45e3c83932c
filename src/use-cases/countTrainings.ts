import { DateTime } from 'luxon'
import { groupBy } from '../domain/groupBy'
import type { Organisation } from '../domain/organisation'
import type { Reader } from '../domain/report/eventReport'
import { firstActions } from '../domain/report/firstActions'
import type { EventLine } from '../domain/report/overEvents'
import {
  exactTrainings,
  groupedTrainings,
  type Learner,
  type TrainingReport,
} from '../domain/report/trainings'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { readFollowed } from './readFollowed'

/** What those who came to these events learn, by what they told staff; of who took back their yes nothing counts. */
export async function countTrainings(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  { _id: organisation, zone, policy }: Pick<Organisation, '_id' | 'zone' | 'policy'>,
  lines: readonly EventLine[],
  reader: Reader,
): Promise<TrainingReport> {
  const dayOf = (moment: number) => DateTime.fromMillis(moment, { zone }).toISODate()!
  const trainings = await documents.collection('trainings').list({ organisation })
  const followed = await readFollowed(
    documents,
    trainings.map(({ contact }) => contact),
  )
  const noted = groupBy(trainings, ({ contact }) => contact)
  const people = [...firstActions(lines)].map(
    ([contact, startedOn]): Learner => ({
      startedOn,
      trainings: (followed.has(contact) ? (noted.get(contact) ?? []) : []).map(({ states }) =>
        states.map(state => ({ ...state, writtenOn: dayOf(state.at) })),
      ),
    }),
  )
  const today = dayOf(clock.now())
  return reader === 'staff' ? exactTrainings(people, today) : groupedTrainings(people, today, policy.k)
}
