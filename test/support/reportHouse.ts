import { keepTrainings } from './keepTrainings'
import { keepWork } from './keepWork'
import { type House, openHouse } from './openHouse'
import { keepPastEvent, MARCH } from './pastEvent'

/** A house of which there is something to report: two evenings of one series, who found work, what was concluded; and a stranger's. */
export async function openReportHouse(): Promise<House> {
  const house = await openHouse({ people: [] })
  await keepPastEvent(house.documents, house.content, MARCH)
  await keepPastEvent(house.documents, house.content, {
    ...MARCH,
    campaign: 'june',
    start: '2026-06-11T14:00',
    faces: [0, 1, 1, 8, 10],
  })
  await keepWork(
    house.documents,
    'demo',
    '2026-06-12',
    Array.from({ length: 40 }, (_, index) => [
      `march-${index}`,
      index % 3 > 0 ? [] : index < 6 ? ['self_employed'] : ['employee'],
      // Of the others it was not asked.
      index < 30 ? { studying: index % 2 === 0, ...(index % 3 > 0 ? {} : { atLevel: index > 20 }) } : {},
    ]),
  )
  const kinds = ['general_dutch', 'job_specific', 'workplace'] as const
  const goes = ['completed', 'completed', 'in_progress', 'stopped', 'in_progress'] as const
  await keepTrainings(house.documents, 'demo', '2026-06-12', [
    ...Array.from({ length: 40 }, (_, index) => {
      const [kind, status] = [kinds[index % 3]!, goes[index % 5]!]
      const known = kind === 'workplace' ? { known: index % 2 === 0 } : {}
      return [`march-${index}`, { kind, status, ...known }] as const
    }),
    ['march-0', { kind: 'general_dutch', status: 'completed' }],
  ])
  await house.documents
    .collection('contacts')
    .update({ _id: 'march-0' }, { set: { fit: 'deviation_accepted', fitWhy: 'Geheim 0 komt uit Roemenië' } })
  await house.documents.collection('conclusions').insert({
    _id: 'march:louder',
    organisation: 'demo',
    campaign: 'march',
    series: 'jobcafe',
    learned: '',
    action: 'A louder bell',
    owner: 'Els',
    before: '',
    state: 'open',
    rev: 0,
    by: 'x',
    at: 0,
  })
  await keepPastEvent(house.documents, house.content, {
    ...MARCH,
    campaign: 'theirs',
    organisation: 'elsewhere',
    name: 'Elsewhere',
  })
  return house
}
