import { AppError } from '../../src/errors'
import { changeCampaign } from '../../src/use-cases/changeCampaign'
import { joinCampaign } from '../../src/use-cases/joinCampaign'
import { planCampaign } from '../../src/use-cases/planCampaign'
import { stillWanted } from '../../src/use-cases/stillWanted'
import { EACH, planningWorld } from '../support/planningWorld'
import { aContact, anEvent, at, shown } from '../support/timelineBuilders'

const world = planningWorld()
const { campaign, change, newVersion, row, rows, tasks } = world

describe('a campaign that changes', () => {
  const left = async (...people: string[]) => {
    for (const contact of people)
      await change(`cafe:invitation:${contact}`, { state: 'delivered', leftAt: at('2021-09-30T10:00') })
  }

  test('another hour: one update to all who had a step, everything else by the new date; twice is once', async () => {
    await planCampaign(world.deps, 'cafe')
    await left('ann', 'bea')
    world.clock.pass(at('2021-10-05T11:00') - world.clock.now())
    await changeCampaign(world.deps, 'cafe', 1, { what: 'edit', event: { start: '2021-10-14T15:00' } })
    await planCampaign(world.deps, 'cafe')
    const news = (await rows()).filter(({ step }) => step === 'event_moved')
    expect(news.map(({ key, state }) => [key, state]).sort()).toEqual([
      ['cafe:event_moved.2:ann', 'planned'],
      ['cafe:event_moved.2:bea', 'planned'],
    ])
    // Who had not had the invitation gets it now, with the right hour in it.
    expect(await row('cafe:invitation:cem')).toMatchObject({
      state: 'planned',
      dueAt: at('2021-10-05T11:00'),
    })
  })

  test('whoever answers finds a letterbox: from the start on, and closed when the day that holds now is over', async () => {
    const { documents } = world.store
    const letterboxes = async () => {
      const found = await documents.collection('evaluations').list({ campaign: 'cafe' })
      return Object.fromEntries(found.map(({ _id, closesOn }) => [_id, closesOn]))
    }
    await documents.collection('campaigns').update({ _id: 'cafe' }, { set: { state: 'draft' } })
    await changeCampaign(world.deps, 'cafe', 1, { what: 'edit', event: { goal: 'Meet employers' } })
    expect(await letterboxes()).toEqual({})
    await changeCampaign(world.deps, 'cafe', 2, { what: 'start' })
    expect(await letterboxes()).toEqual({
      'cafe:E-01': '2021-10-15',
      'cafe:E-01:kiosk': '2021-10-15',
      'cafe:E-02': '2021-10-26',
    })
    const later = { start: '2021-10-21T14:00', end: '2021-10-21T17:00' }
    await changeCampaign(world.deps, 'cafe', 3, { what: 'edit', event: later })
    expect(await letterboxes()).toMatchObject({ 'cafe:E-01': '2021-10-22', 'cafe:E-02': '2021-11-02' })
  })

  test('changed again before the news left: only the last news leaves', async () => {
    await planCampaign(world.deps, 'cafe')
    await left('ann')
    world.clock.pass(at('2021-10-05T19:00') - world.clock.now())
    await changeCampaign(world.deps, 'cafe', 1, { what: 'edit', event: { start: '2021-10-14T15:00' } })
    await changeCampaign(world.deps, 'cafe', 2, { what: 'edit', event: { start: '2021-10-14T15:30' } })
    expect((await row('cafe:event_moved.2:ann')).state).toBe('cancelled')
    expect(await row('cafe:event_moved.3:ann')).toMatchObject({
      state: 'planned',
      dueAt: at('2021-10-06T10:00'),
    })
  })

  test('another text is no news', async () => {
    await planCampaign(world.deps, 'cafe')
    await left('ann')
    await changeCampaign(world.deps, 'cafe', 1, { what: 'edit', event: { goal: 'Meet employers' } })
    expect((await rows()).filter(({ step }) => step === 'event_moved')).toEqual([])
    expect((await campaign()).change).toBeUndefined()
  })

  test('cancelled: everything open goes, also the SMS that would follow; who knew is told', async () => {
    await planCampaign(world.deps, 'cafe')
    await left('ann')
    await change('cafe:save_the_date:bea', {
      state: 'accepted',
      leftAt: world.clock.now() - 1,
      fallbackAt: world.clock.now() + 1,
    })
    await changeCampaign(world.deps, 'cafe', 1, { what: 'cancel' })
    const planned = (await rows()).filter(({ state }) => state === 'planned')
    expect(planned.map(({ key }) => key).sort()).toEqual(['cafe:event_cancelled.2:bea'])
    expect((await row('cafe:save_the_date:bea')).fallbackAt).toBeUndefined()
    expect(new Set((await tasks()).map(({ state }) => state))).toEqual(new Set(['cancelled']))
    expect(await stillWanted(world.deps, await row('cafe:event_cancelled.2:bea'), await campaign())).toBe(
      true,
    )
  })

  test('paused and resumed: nothing is lost, and what was missed is made up for', async () => {
    await planCampaign(world.deps, 'cafe')
    await changeCampaign(world.deps, 'cafe', 1, { what: 'pause' })
    world.clock.pass(at('2021-10-06T11:00') - world.clock.now())
    await changeCampaign(world.deps, 'cafe', 2, { what: 'resume' })
    const open = (await rows('ann'))
      .filter(({ state }) => state === 'planned')
      .map(({ step, dueAt }) => `${shown(dueAt)} ${step}`)
    expect(open).toEqual([
      'Wed 6 Oct 2021 11:00 invitation',
      'Mon 11 Oct 2021 10:00 invitation_repeat',
      'Mon 11 Oct 2021 10:01 preparation',
      'Tue 12 Oct 2021 10:00 reminder',
      'Sat 16 Oct 2021 10:00 thank_you',
      'Sat 16 Oct 2021 10:01 evaluation',
      'Tue 19 Oct 2021 10:00 evaluation_repeat',
      'Mon 25 Oct 2021 10:00 reflection',
    ])
  })

  test('somebody else was faster: nothing changes', async () => {
    await newVersion()
    await expect(changeCampaign(world.deps, 'cafe', 1, { what: 'cancel' })).rejects.toMatchObject({
      code: 'CAMPAIGN_CHANGED',
    })
    expect((await campaign()).state).toBe('running')
  })
})

describe('starting', () => {
  const draft = (event = anEvent()) =>
    world.store.documents.collection('campaigns').update({ _id: 'cafe' }, { set: { state: 'draft', event } })

  test('plans from now on', async () => {
    await draft()
    await planCampaign(world.deps, 'cafe')
    expect(await rows()).toEqual([])
    await newVersion()
    await changeCampaign(world.deps, 'cafe', 2, { what: 'start' })
    expect(await rows()).toHaveLength(3 * EACH.rows)
    expect(await campaign()).toMatchObject({ state: 'running', runningSince: world.clock.now() })
  })
  test.each(['place', 'goal', 'benefit', 'contactName'] as const)(
    'is refused while %s is empty, and says so',
    async field => {
      await draft(anEvent({ [field]: ' ' }))
      const refused = await changeCampaign(world.deps, 'cafe', 1, { what: 'start' }).catch(
        (error: unknown) => error,
      )
      expect(refused).toBeInstanceOf(AppError)
      expect(refused).toMatchObject({ code: 'EVENT_INCOMPLETE', facts: { fields: [field] } })
    },
  )
  test.each([
    ['a past event', { start: '2021-08-14T14:00', end: '2021-08-14T17:00' }, 'EVENT_IN_PAST'],
    ['an end before the start', { end: '2021-10-14T13:00' }, 'ARGUMENT_INVALID'],
    ['a day that does not exist', { start: '2021-02-30T14:00' }, 'ARGUMENT_INVALID'],
    ['no zone', { zone: 'Ostend' }, 'ARGUMENT_INVALID'],
  ])('is refused for %s', async (_, event, code) => {
    await draft(anEvent(event))
    await expect(changeCampaign(world.deps, 'cafe', 1, { what: 'start' })).rejects.toMatchObject({ code })
  })
})

describe('a late joiner', () => {
  beforeEach(async () => {
    await planCampaign(world.deps, 'cafe')
    await world.store.documents
      .collection('contacts')
      .insert(aContact({ _id: 'dai', addressKeys: ['org|sms|dai'] }))
  })

  test('gets what still makes sense, once, whoever adds them twice', async () => {
    world.clock.pass(at('2021-10-04T09:00') - world.clock.now())
    expect(await joinCampaign(world.deps, 'cafe', 'dai')).toBe(true)
    expect(await joinCampaign(world.deps, 'cafe', 'dai')).toBe(false)
    expect((await rows('dai')).map(({ step, dueAt }) => `${shown(dueAt)} ${step}`)).toEqual([
      'Mon 4 Oct 2021 10:00 invitation',
      'Fri 8 Oct 2021 10:00 invitation_repeat',
      'Mon 11 Oct 2021 10:00 preparation',
      'Tue 12 Oct 2021 10:00 reminder',
      'Sat 16 Oct 2021 10:00 thank_you',
      'Sat 16 Oct 2021 10:01 evaluation',
      'Tue 19 Oct 2021 10:00 evaluation_repeat',
      'Mon 25 Oct 2021 10:00 reflection',
    ])
    expect((await campaign()).version).toBe(1)
  })
  test('is refused once the event has begun, and when nobody knows them', async () => {
    await expect(joinCampaign(world.deps, 'cafe', 'eva')).rejects.toMatchObject({ code: 'CONTACT_NOT_FOUND' })
    world.clock.pass(at('2021-10-14T14:00') - world.clock.now())
    await expect(joinCampaign(world.deps, 'cafe', 'dai')).rejects.toMatchObject({ code: 'EVENT_IN_PAST' })
    expect(await rows('dai')).toEqual([])
  })
})
