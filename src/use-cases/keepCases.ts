import { cameBy, isFollowed } from '../domain/cases/case'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { keepCase } from './keepCase'
import { onceADay } from './onceADay'
import { participantLines } from './participantLines'

interface KeepCases {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

/** Once a day, by one process. */
export async function keepCasesDue(deps: KeepCases): Promise<void> {
  if (!(await onceADay(deps, 'cases'))) return
  for await (const { _id } of deps.documents.collection('organisations').each({})) await keepCases(deps, _id)
}

/** So many at once: what they write shares a commit. */
const TOGETHER = 50

/** Every case of an organisation anew: who came to what, what went with time, and whatever a crash left undone. */
export async function keepCases({ documents, clock }: KeepCases, organisation: string): Promise<void> {
  const campaigns = await documents.collection('campaigns').list({ organisation, state: { $ne: 'draft' } })
  const came = cameBy(await participantLines(documents, campaigns, clock.now()))
  const known = new Set<string>()
  for await (const contact of documents.collection('contacts').each({ organisation }))
    if (isFollowed(contact)) known.add(contact._id)
  // Who is followed no more.
  for await (const { _id } of documents.collection('cases').each({ organisation })) known.add(_id)
  const ids = [...known]
  for (let from = 0; from < ids.length; from += TOGETHER)
    await Promise.all(
      ids.slice(from, from + TOGETHER).map(id => keepCase({ documents }, id, came.get(id) ?? null)),
    )
}
