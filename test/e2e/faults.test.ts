import type { Faults } from '../../emulator/faults'
import type { DemoPerson } from '../../src/practice/people'
import { brokenPromises } from '../support/brokenPromises'
import { type House, openHouse } from '../support/openHouse'

const at = (day: string, hour = '12:00') => Date.parse(`2026-${day}T${hour}:00+01:00`)
const PEOPLE = ['Amina', 'Gloria', 'Dawa', 'Karim'].map(
  (name, index): DemoPerson => ({
    name,
    language: 'nl',
    channels: index % 3 === 2 ? ['sms'] : ['whatsapp', 'sms'],
    audience: 'participant',
    standing: 'agreed',
  }),
)
const NAMES = PEOPLE.map(({ name }) => name)

let house: House
beforeEach(async () => {
  house = await openHouse({ people: PEOPLE })
})
afterEach(() => house.close())

const TROUBLES: [string, Partial<Faults>][] = [
  ['half of the callbacks are lost, the others come twice', { lost: 0.5, twice: true }],
  ['callbacks come in the reverse order', { mixedUp: 'reversed' }],
  [
    'callbacks come in any order, twice, late, and some not at all',
    { mixedUp: 'random', twice: true, slow: 7000, lost: 0.3 },
  ],
  [
    'the answer to every third request is lost',
    { requests: [{ mode: 'accept-and-drop-answer', share: 0.34, times: 20 }] },
  ],
  [
    'every third request is taken and answered 500',
    { requests: [{ mode: '500-after-accept', share: 0.34, times: 20 }] },
  ],
  [
    'the first requests break before they are taken',
    { requests: [{ mode: 'drop-before-accept', times: 3 }] },
  ],
  [
    'it is too much at once',
    { requests: [{ mode: '429', share: 0.5, times: 20, retryAfter: 3 }], perSecond: 2 },
  ],
  [
    'answers are lost and the list is a minute behind',
    { requests: [{ mode: 'accept-and-drop-answer', times: 6 }], listDelay: 55_000, lost: 1 },
  ],
]

/** Save-the-date and answers in the middle of the trouble; then it ends, and a day later all is quiet. */
async function life(trouble: Partial<Faults>): Promise<void> {
  house.emulator.faults.set(trouble)
  await house.wind(at('11-07', '10:10'))
  for (const name of NAMES) await house.writes(name, '1')
  for (const name of NAMES) await house.writes(name, '4')
  await house.wind(house.clock.now() + 20 * 60_000)
  house.emulator.faults.set({
    lost: 0,
    twice: false,
    mixedUp: 'off',
    slow: 0,
    requests: [],
    perSecond: 0,
    listDelay: 0,
    outage: 'off',
  })
  await house.wind(at('11-09'))
}

test.each(TROUBLES)('%s: every message once, or it says why; no reply is lost', async (_, trouble) => {
  await life(trouble)
  expect(await brokenPromises({ ...house, now: house.clock.now() })).toEqual([])
  for (const name of NAMES) {
    expect(await house.enrolment(name)).toMatchObject({ rsvp: 'yes', needs: [] })
    const said = await house.got(name)
    expect(said.filter(one => one.endsWith(':save_the_date'))).toHaveLength(1)
    expect(said.filter(one => one.endsWith('save-the-date:done'))).toHaveLength(1)
  }
  const doubtful = await house.documents.collection('outbox').count({ possibleDuplicate: true })
  expect(doubtful).toBeLessThanOrEqual(
    trouble.requests?.some(({ mode }) => mode === 'drop-before-accept') ? 3 : 0,
  )
})

test.each(['503', 'reset'] as const)(
  'an outage of an hour (%s): what was due leaves once afterwards',
  async outage => {
    house.emulator.faults.set({ outage })
    await house.wind(at('11-07', '11:00'))
    for (const name of NAMES) expect(house.phone(name)).toEqual([])
    house.emulator.faults.set({ outage: 'off' })
    await house.wind(at('11-09'))
    expect(await brokenPromises({ ...house, now: house.clock.now() })).toEqual([])
    for (const name of NAMES) expect(await house.got(name)).toEqual([expect.stringMatching(/save_the_date$/)])
  },
)

test("what people wrote while we were away is found in the provider's list, once, in their order", async () => {
  await house.wind(at('11-07', '10:10'))
  await house.away(async () => {
    house.emulator.acts.text(house.numberOf('Dawa'), '1')
    await house.emulator.runDue()
    house.clock.turnTo(house.clock.now() + 30_000)
    house.emulator.acts.text(house.numberOf('Dawa'), '4')
    await house.emulator.runDue()
  })
  await house.app.catchUp()
  await house.app.catchUp()
  await house.wind(house.clock.now() + 60_000)
  expect(await house.enrolment('Dawa')).toMatchObject({ rsvp: 'yes', needs: [] })
  expect((await house.got('Dawa')).map(one => one.split(' ')[2])).toEqual([
    'networking-event:save_the_date',
    'save-the-date:needs.ask',
    'save-the-date:done',
  ])
})

test('a phone that is off gets the SMS once, in the daytime, and the WhatsApp message that comes late is not repeated', async () => {
  house.emulator.acts.change(house.numberOf('Amina'), { on: false })
  await house.wind(at('11-08'))
  expect(await house.got('Amina')).toEqual(['whatsapp nl networking-event:save_the_date'])
  await house.wind(at('11-09'))
  house.emulator.acts.change(house.numberOf('Amina'), { on: true })
  await house.wind(at('11-11'))
  expect(await house.got('Amina')).toEqual([
    'whatsapp nl networking-event:save_the_date',
    'sms nl networking-event:save_the_date',
  ])
  expect(await brokenPromises({ ...house, now: house.clock.now() })).toEqual([])
})
