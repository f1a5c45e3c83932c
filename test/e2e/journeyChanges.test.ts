import { cancelEvent, changeCampaign, moveEvent } from '../../src/use-cases/changeCampaign'
import { joinCampaign } from '../../src/use-cases/joinCampaign'
import { brokenPromises } from '../support/brokenPromises'
import { CAMPAIGN, type House, openHouse, somebody } from '../support/openHouse'

const at = (day: string, hour = '12:00') => Date.parse(`2026-${day}T${hour}:00+01:00`)

const PEOPLE = [
  somebody('Amina', { language: 'ar' }),
  somebody('Ousmane', { language: 'fr' }),
  somebody('Karim', { channels: ['sms'] }),
  somebody('Lena', { channels: ['whatsapp'], audience: 'partner' }),
]

let house: House
beforeEach(async () => {
  house = await openHouse({ people: PEOPLE })
})
afterEach(async () => {
  try {
    expect(await brokenPromises({ ...house, now: house.clock.now() })).toEqual([])
    expect(house.lines.filter(line => JSON.parse(line).level >= 50)).toEqual([])
  } finally {
    await house.close()
  }
})

const texts = async (name: string, day: string) =>
  (await house.got(name, at(day, '00:00'))).map(said => said.split(/[ :]/).at(-1))

/** Amina comes, Ousmane does not, Karim wants no more messages. */
async function invite(): Promise<void> {
  await house.wind(at('11-24'))
  await house.taps('Amina', 'yes')
  await house.taps('Ousmane', 'no')
  await house.writes('Karim', 'stop')
}

test('moved a day before the reminder: everybody who heard of it hears once, the reminder moves along', async () => {
  await invite()
  await house.wind(at('12-04'))
  const { version } = await house.campaign()
  const past = { start: '2026-10-01T14:00', end: '2026-10-01T17:00' }
  await expect(moveEvent(house, CAMPAIGN, version, past)).rejects.toMatchObject({ code: 'EVENT_IN_PAST' })
  const form = { version: String(version), start: '2026-12-10T15:00', end: '2026-12-10T18:00' }
  expect(await house.post(`/campaigns/${CAMPAIGN}/move`, form)).toBe(303)
  // Sent twice it is done once; another wish, from before the change, is refused.
  expect(await house.post(`/campaigns/${CAMPAIGN}/move`, form)).toBe(303)
  expect(await house.post(`/campaigns/${CAMPAIGN}/move`, { ...form, end: '2026-12-10T19:00' })).toBe(409)
  await house.wind(house.clock.now() + 60_000)
  expect(await texts('Amina', '12-04')).toEqual(['preparation', 'event_moved'])
  expect(await texts('Ousmane', '12-04')).toEqual(['event_moved'])
  expect(await texts('Lena', '12-04')).toEqual(['event_moved'])
  expect(await texts('Karim', '12-04')).toEqual([])

  await house.wind(at('12-07', '23:00'))
  expect(await texts('Amina', '12-05')).toEqual([])
  await house.wind(at('12-08', '12:00'))
  expect(await texts('Amina', '12-05')).toEqual(['reminder'])
  expect(house.last('Amina').body).toContain('10')
  expect(await texts('Ousmane', '12-05')).toEqual([])
})

test('cancelled: everybody who heard of it hears once, and nothing else comes any more', async () => {
  await invite()
  await house.wind(at('12-04'))
  const { version } = await house.campaign()
  await cancelEvent(house, CAMPAIGN, version)
  await expect(cancelEvent(house, CAMPAIGN, version)).rejects.toMatchObject({ code: 'CAMPAIGN_CHANGED' })
  await house.wind(house.clock.now() + 60_000)
  expect(await texts('Amina', '12-04')).toEqual(['preparation', 'event_cancelled'])
  expect(await texts('Ousmane', '12-04')).toEqual(['event_cancelled'])
  expect(await texts('Karim', '12-04')).toEqual([])
  await house.wind(at('12-20'))
  for (const name of ['Amina', 'Ousmane', 'Lena']) expect(await texts(name, '12-05')).toEqual([])
  expect(await house.documents.collection('outbox').count({ state: 'planned' })).toBe(0)
})

test('paused: nothing leaves; resumed: what is still in its window leaves at once, the rest is let be', async () => {
  await house.wind(at('11-23'))
  const pause = await house.campaign()
  await changeCampaign(house, CAMPAIGN, pause.version, { what: 'pause' })
  await house.wind(at('11-25'))
  for (const name of ['Amina', 'Ousmane', 'Lena']) expect(await texts(name, '11-23')).toEqual([])
  const paused = await house.campaign()
  await changeCampaign(house, CAMPAIGN, paused.version, { what: 'resume' })
  await house.wind(house.clock.now() + 60_000)
  expect(await texts('Amina', '11-25')).toEqual(['invitation'])
  await house.wind(at('12-06'))
  expect(await texts('Amina', '11-26')).toEqual(['invitation_repeat', 'reminder'])
})

test('who joins late gets what still makes sense, and nobody joins an event that is over', async () => {
  await house.wind(at('11-28', '10:30'))
  const blessing = await house.newcomer(somebody('Blessing', { channels: ['sms'] }))
  expect(await joinCampaign(house, CAMPAIGN, blessing)).toBe(true)
  expect(await joinCampaign(house, CAMPAIGN, blessing)).toBe(false)
  await house.wind(house.clock.now() + 60_000)
  expect(await texts('Blessing', '11-01')).toEqual(['invitation'])
  // She leaves the second question open: the next step does not wait for it.
  await house.writes('Blessing', 'ja')

  await house.wind(at('12-05', '10:30'))
  expect(await texts('Blessing', '11-29')).toEqual(['preparation', 'reminder'])
  await joinCampaign(house, CAMPAIGN, await house.newcomer(somebody('Samuel')))
  await house.wind(at('12-08', '16:00'))
  expect(await texts('Samuel', '11-01')).toHaveLength(1)
  expect((await house.tasks('Samuel')).map(({ kind }) => kind)).toContain('call')

  const late = await house.newcomer(somebody('Rachid'))
  await expect(joinCampaign(house, CAMPAIGN, late)).rejects.toMatchObject({ code: 'EVENT_IN_PAST' })
})
