import { type House, openHouse } from '../../support/openHouse'
import { keepPastEvent, MARCH } from '../../support/pastEvent'

const DAY = 'march:E-30'
const LEARNED = 'What did you learn on the learning day?'
const NEXT = 'Which question do we take next time?'

let house: House
beforeAll(async () => {
  house = await openHouse({ people: [] })
  const { documents, content } = house
  await keepPastEvent(documents, content, MARCH)
  await keepPastEvent(documents, content, { ...MARCH, campaign: 'june', series: 'doors' })
  const survey = await documents.collection('evaluations').get('march:E-02')
  await documents
    .collection('evaluations')
    .insert({ ...survey!, _id: DAY, dialog: 'learning-day', dialogVersion: 1, instrument: 'E-30' })
  await documents
    .collection('evaluations')
    .update({ _id: 'june:E-02' }, { set: { dialog: 'smiley-evaluation', dialogVersion: 1 } })
  await answered(6)
})
afterAll(() => house.close())

async function answered(people: number): Promise<void> {
  const enrolments = house.documents.collection('enrolments')
  for (const [index, { _id }] of (await enrolments.list({ campaign: 'march' })).entries())
    await enrolments.update(
      { _id },
      { set: { evaluations: { 'E-30': index < people ? 'answered' : 'invited' } } },
    )
}
const keep = (question: string, text: string) =>
  house.documents.collection('texts').insert({
    _id: text,
    organisation: 'demo',
    campaign: 'march',
    series: MARCH.series,
    evaluation: DAY,
    dialog: 'learning-day',
    dialogVersion: 1,
    block: 'block',
    question,
    text,
    language: 'en',
    state: 'shown',
    shown: text,
    tags: [],
    rev: 1,
  })
const read = async (path: string) => (await house.visit(path)).words
/** What stands under the heading of the learning day. */
const aboutDay = async (path: string) => (await read(path)).split('What staff learned on the learning day')[1]

test.each(['/reports/events/march', '/reports/events/march/print', '/campaigns/march'])(
  'where only words were asked, nobody hears that few answered: %s',
  async path => {
    await answered(6)
    expect(await aboutDay(path)).toMatch(/^\s*(Answered: )?6 of 40.*People answered in their own words\./)
    await answered(4)
    expect(await aboutDay(path)).toMatch(/^\s*(Answered: )?4 of 40.*Fewer than 5 people answered/)
  },
)

test('words stand under the question they answer, in the order asked', async () => {
  await keep('next_question', 'How do we find people?')
  expect(await read('/reports/events/march')).not.toContain(NEXT)
  await keep('learned', 'To call first.')
  for (const path of ['/reports/events/march', '/reports/events/march/print']) {
    const said = (await read(path)).split('In their own words')[1]!
    const places = [LEARNED, 'To call first.', NEXT, 'How do we find people?'].map(text => said.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(-1)
  }
})

test('where no words were asked, none are promised', async () => {
  for (const path of ['/reports/events/june', '/reports/events/june/print'])
    expect(await read(path)).not.toContain('In their own words')
})
