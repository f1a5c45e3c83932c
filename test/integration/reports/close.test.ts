import { sealLetter } from '../../../src/use-cases/openLetters'
import { stillWanted } from '../../../src/use-cases/stillWanted'
import { type House, openHouse } from '../../support/openHouse'
import { keepPastEvent, MARCH } from '../../support/pastEvent'
import { aStoredRow } from '../../support/storedExamples'

const CLOSE = '/campaigns/march/report/close/E-02'
const ID = 'march:E-02'

let house: House
beforeAll(async () => {
  house = await openHouse({ people: [] })
  await keepPastEvent(house.documents, house.content, MARCH)
  const { publicKey, wrappedPrivateKey } = house.seal.newPair()
  await house.documents.collection('evaluationKeys').insert({ _id: ID, wrappedPrivateKey })
  const open = { state: 'open', publicKey, sealed: 0, closesOn: '2027-01-15' } as const
  await house.documents.collection('evaluations').update({ _id: ID }, { set: open })
  for (let person = 0; person < 6; person++) {
    const box = house.seal.sealTo(publicKey, { question: 'supervisors', value: 1 + (person % 5) })
    const letter = sealLetter(house.seal, publicKey, { language: 'nl' }, [box])
    await house.documents.collection('letterbox').insert({ _id: `letter-${person}`, evaluation: ID, letter })
  }
})
afterAll(() => house.close())

const evaluation = () => house.documents.collection('evaluations').get(ID, { fresh: true })
const row = aStoredRow({ _id: 'row', contact: 'march-1', campaign: 'march', step: 'survey', planVersion: 1 })
const isWanted = async () => {
  const campaign = await house.documents.collection('campaigns').get('march')
  const timeline = house.content.timeline(campaign!.timeline.id)!
  const { id } = timeline.steps.find(({ dialog }) => dialog === 'participant-survey')!
  return stillWanted(house, { ...row, step: id }, campaign!)
}
test('the report of a campaign is one of its pages; it offers to close what is asked, and an organiser’s does not', async () => {
  const { html } = await house.visit('/campaigns/march/report')
  expect(html).toMatch(/href="\/campaigns\/march\/report" aria-current="page"/)
  expect(html).toContain(CLOSE)
  expect((await house.visit('/reports/events/march', undefined, { role: 'organiser' })).html).not.toContain(
    CLOSE,
  )
  for (const form of [undefined, {}])
    expect((await house.visit(CLOSE, form, { role: 'organiser' })).status).toBe(403)
  expect((await evaluation())?.state).toBe('open')
})

test('before anything is done it says what will happen, with the number on the button', async () => {
  const { html } = await house.visit(CLOSE)
  for (const words of [
    /No more answers come in: 20 of 30 answered/,
    /6 answers that wait are shown together now/,
    /cannot be undone/,
    /Close with 20 answers<\/button>/,
  ])
    expect(html).toMatch(words)
  expect((await house.visit('/campaigns/jobcafe/report/close/E-02')).status).toBe(404)
  expect((await house.visit('/campaigns/march/report/close/E-99')).status).toBe(404)
})

test('two at once and once more close it once: one block, and nobody is asked any more', async () => {
  expect(await isWanted()).toBe(true)
  const before = await house.documents.collection('ledger').count({ evaluation: ID })
  const done = await Promise.all([house.visit(CLOSE, {}), house.visit(CLOSE, {})])
  done.push(await house.visit(CLOSE, {}))
  for (const { status, to } of done)
    expect([status, to]).toEqual([303, '/campaigns/march/report?done=closed'])
  expect(await evaluation()).toMatchObject({ state: 'closed', sealed: 6 })
  const printed = await house.documents.collection('ledger').list({ evaluation: ID, question: 'supervisors' })
  expect(printed.map(({ people }) => people).sort()).toEqual([20, 6])
  expect(await house.documents.collection('ledger').count({ evaluation: ID })).toBeGreaterThan(before)
  expect(await isWanted()).toBe(false)
  expect(await house.visit(CLOSE)).toMatchObject({ status: 303, to: '/campaigns/march/report' })
  const { html } = await house.visit('/campaigns/march/report?done=closed')
  expect(html).toContain('Closed. No more answers come in.')
  expect(html).not.toContain(CLOSE)
})
