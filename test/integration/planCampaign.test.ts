import { changeCampaign } from '../../src/use-cases/changeCampaign'
import { planCampaign, planDue } from '../../src/use-cases/planCampaign'
import { stillWanted } from '../../src/use-cases/stillWanted'
import { crashScript, Killed } from '../support/crashScript'
import { openTestDocuments } from '../support/openDocuments'
import { EACH, planningWorld } from '../support/planningWorld'
import { aCampaign, at } from '../support/timelineBuilders'

const world = planningWorld()
const { answer, campaign, change, newVersion, picture, row, rows, tasks } = world

test('a campaign becomes rows and tasks, and is planned', async () => {
  expect(await planCampaign(world.deps, 'cafe')).toEqual({
    added: 3 * (EACH.rows + EACH.tasks),
    moved: 0,
    cancelled: 0,
  })
  expect((await campaign()).plannedVersion).toBe(1)
  expect(await row('cafe:invitation:ann')).toMatchObject({
    kind: 'start',
    state: 'planned',
    sender: 'org|whatsapp',
    step: 'invitation',
    dueAt: at('2021-09-30T10:00'),
    nextAt: at('2021-09-30T10:00'),
    planVersion: 1,
    rank: 5,
    start: { dialog: 'rsvp', opening: { text: 'timelines/networking-event:invitation' } },
  })
  for (const { notAfter, dueAt } of await rows()) expect(notAfter).toBeGreaterThan(dueAt)
  expect(await world.store.documents.collection('tasks').get('cafe:invitation_call:ann')).toMatchObject({
    kind: 'call',
    state: 'open',
    reason: 'silent',
    dueAt: at('2021-10-07T10:00'),
  })
})

describe('planning adds nothing', () => {
  test('the second time', async () => {
    await planCampaign(world.deps, 'cafe')
    const first = await picture()
    expect(await planCampaign(world.deps, 'cafe')).toEqual({ added: 0, moved: 0, cancelled: 0 })
    expect(await picture()).toEqual(first)
  })

  test('for a new version in which nothing changed; the rows belong to it all the same', async () => {
    await planCampaign(world.deps, 'cafe')
    const ids = (await rows()).map(({ _id }) => _id).sort()
    await newVersion()
    expect(await planCampaign(world.deps, 'cafe')).toEqual({ added: 0, moved: 0, cancelled: 0 })
    expect((await rows()).map(({ _id }) => _id).sort()).toEqual(ids)
    expect(new Set((await rows()).map(({ planVersion }) => planVersion))).toEqual(new Set([2]))
  })

  test('from two processes at once', async () => {
    await Promise.all([
      planCampaign(world.deps, 'cafe'),
      planCampaign(world.deps, 'cafe'),
      planCampaign(world.deps, 'cafe'),
    ])
    expect(await rows()).toHaveLength(3 * EACH.rows)
    expect(await tasks()).toHaveLength(3 * EACH.tasks)
    expect((await campaign()).plannedVersion).toBe(1)
  })

  test.each([
    ['after every row', 'plan.afterInsert'],
    ['before it is called planned', 'plan.beforePlannedVersion'],
  ])('when it was killed %s', async (_, point) => {
    const reference = await openPicture()
    for (let kills = 0; kills < 100; kills++) {
      const script = crashScript()
      script.killAt(point)
      try {
        await planCampaign({ ...world.deps, crash: script.hook }, 'cafe')
        break
      } catch (error) {
        expect(error).toBeInstanceOf(Killed)
        if (point === 'plan.beforePlannedVersion') break
      }
    }
    await planDue(world.deps)
    expect(await picture()).toEqual(reference)
    expect((await campaign()).plannedVersion).toBe(1)
  })

  async function openPicture() {
    const other = await openTestDocuments()
    const mine = world.store
    try {
      const { documents } = other
      for (const name of ['organisations', 'campaigns', 'contacts', 'enrolments'] as const)
        for (const each of await mine.documents.collection(name).list({}))
          await documents.collection(name).insert(each as never)
      await planCampaign({ ...world.deps, documents }, 'cafe')
      world.store = other
      return await picture()
    } finally {
      world.store = mine
      await other.dispose()
    }
  }
})

describe('an older plan never wins over a newer one', () => {
  test('a planner that wakes up late changes nothing that is planned anew (V18)', async () => {
    await planCampaign(world.deps, 'cafe')
    await newVersion()
    const script = crashScript()
    const pause = script.pauseAt('plan.afterUpdate')
    const slow = planCampaign({ ...world.deps, crash: script.hook }, 'cafe')
    await pause.reached
    const seen = await campaign()
    await changeCampaign(world.deps, 'cafe', seen.version, {
      what: 'edit',
      event: { start: '2021-10-21T14:00', end: '2021-10-21T17:00' },
    })
    const newest = await picture()
    pause.goOn()
    await slow
    expect(await picture()).toEqual(newest)
    expect((await campaign()).plannedVersion).toBe(seen.version + 1)
  })

  test('an answer that comes while everybody is being planned is not planned over', async () => {
    const script = crashScript()
    const pause = script.pauseAt('plan.afterInsert')
    const slow = planCampaign({ ...world.deps, crash: script.hook }, 'cafe')
    await pause.reached
    await answer('cem', 'no')
    await planCampaign(world.deps, 'cafe', { contact: 'cem' })
    pause.goOn()
    await slow
    const open = (await rows('cem')).filter(({ state }) => state === 'planned').map(({ step }) => step)
    expect(open).toEqual(['save_the_date', 'invitation'])
  })
})

describe('an answer', () => {
  beforeEach(() => planCampaign(world.deps, 'cafe'))

  test('takes back one person’s rows and tasks, says why, and nobody else’s', async () => {
    await answer('ann', 'no')
    const { cancelled } = await planCampaign(world.deps, 'cafe', { contact: 'ann' })
    expect(cancelled).toBe(8)
    expect(await row('cafe:reminder:ann')).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'plan',
      reason: 'said_no',
    })
    expect((await row('cafe:reminder:bea')).state).toBe('planned')
    expect(await world.store.documents.collection('tasks').get('cafe:invitation_call:ann')).toMatchObject({
      state: 'cancelled',
    })
    expect(await planCampaign(world.deps, 'cafe', { contact: 'ann' })).toEqual({
      added: 0,
      moved: 0,
      cancelled: 0,
    })
  })

  test('that is changed gives it back, with a new revision', async () => {
    const before = await row('cafe:reminder:ann')
    await answer('ann', 'no')
    await planCampaign(world.deps, 'cafe', { contact: 'ann' })
    await answer('ann', 'yes')
    await planCampaign(world.deps, 'cafe', { contact: 'ann' })
    const after = await row('cafe:reminder:ann')
    expect(after).toMatchObject({ state: 'planned', rev: before.rev + 2, fence: before.fence + 2 })
    expect(after.reason).toBeUndefined()
    expect((await row('cafe:invitation_repeat:ann')).state).toBe('cancelled')
  })

  test('does not revive what a person or a STOP cancelled', async () => {
    await change('cafe:reminder:ann', { state: 'cancelled', cancelledBy: 'stop' })
    await change('cafe:invitation:ann', { state: 'cancelled', cancelledBy: 'person' })
    await answer('ann', 'yes')
    await newVersion()
    await planCampaign(world.deps, 'cafe')
    expect([(await row('cafe:reminder:ann')).state, (await row('cafe:invitation:ann')).state]).toEqual([
      'cancelled',
      'cancelled',
    ])
  })

  test('counts once more at the last moment, whatever was planned', async () => {
    const wanted = async (step: string) =>
      stillWanted(world.deps, await row(`cafe:${step}:ann`), await campaign())
    expect([
      await wanted('reminder'),
      await wanted('preparation'),
      await wanted('invitation_repeat'),
    ]).toEqual([true, false, true])
    await answer('ann', 'yes')
    expect([
      await wanted('reminder'),
      await wanted('preparation'),
      await wanted('invitation_repeat'),
    ]).toEqual([true, true, false])
    expect(await wanted('thank_you')).toBe(true)
    await world.store.documents
      .collection('enrolments')
      .update({ _id: 'cafe:bea' }, { set: { attended: true } })
    expect(await wanted('thank_you')).toBe(false)
    await answer('ann', 'no')
    expect([await wanted('reminder'), await wanted('invitation')]).toEqual([false, true])
  })
})

describe('what has left', () => {
  const SENT = ['accepted', 'delivered', 'started', 'failed', 'unresolved'] as const
  test.each(SENT)('and is %s stays as it is when the event moves', async state => {
    await planCampaign(world.deps, 'cafe')
    await change('cafe:invitation:ann', { state, leftAt: at('2021-09-30T10:00') })
    const before = await row('cafe:invitation:ann')
    await changeCampaign(world.deps, 'cafe', 1, {
      what: 'edit',
      event: { start: '2021-10-20T14:00', end: '2021-10-20T17:00' },
    })
    const { planVersion: _, ...after } = await row('cafe:invitation:ann')
    expect(after).toEqual({ ...after, ...before, planVersion: undefined })
  })

  test('a row in doubt keeps its state and learns what is wished (V17)', async () => {
    await planCampaign(world.deps, 'cafe')
    await change('cafe:reminder:ann', { state: 'sending' })
    await change('cafe:reminder:bea', { state: 'unknown' })
    await answer('bea', 'no')
    await changeCampaign(world.deps, 'cafe', 1, {
      what: 'edit',
      event: { start: '2021-10-20T14:00', end: '2021-10-20T17:00' },
    })
    const moved = await row('cafe:reminder:ann')
    expect(moved).toMatchObject({ state: 'sending', planVersion: 2, wish: { dueAt: at('2021-10-18T10:00') } })
    expect(await row('cafe:reminder:bea')).toMatchObject({ state: 'unknown', wish: { cancel: 'said_no' } })
  })

  test('what was accepted stays in the plan, so that its SMS may still leave', async () => {
    await planCampaign(world.deps, 'cafe')
    const accepted = {
      state: 'accepted',
      attempt: 1,
      leftAt: at('2021-09-30T10:00'),
      fallbackAt: at('2021-09-30T22:00'),
    }
    await change('cafe:invitation:ann', accepted)
    await newVersion()
    await planCampaign(world.deps, 'cafe')
    expect(await row('cafe:invitation:ann')).toMatchObject({ ...accepted, planVersion: 2 })
  })

  test('a row in doubt that stays as it was is not held up by a wish', async () => {
    await planCampaign(world.deps, 'cafe')
    await change('cafe:reminder:ann', { state: 'unknown' })
    await newVersion()
    await planCampaign(world.deps, 'cafe')
    const doubtful = await row('cafe:reminder:ann')
    expect([doubtful.wish, doubtful.planVersion]).toEqual([undefined, 2])
  })

  test('a row that was refused keeps its back-off and its channel', async () => {
    await planCampaign(world.deps, 'cafe')
    const nextAt = at('2021-09-30T10:30')
    await change('cafe:invitation:ann', { attempt: 1, tries: 1, channel: 'sms', spent: ['whatsapp'], nextAt })
    await newVersion()
    await planCampaign(world.deps, 'cafe')
    expect(await row('cafe:invitation:ann')).toMatchObject({ channel: 'sms', nextAt, planVersion: 2 })
  })

  test('replies of a talk about the campaign are none of the plan’s business', async () => {
    await planCampaign(world.deps, 'cafe')
    const repeat = await row('cafe:invitation_repeat:ann')
    const { planVersion: _, ...reply } = await row('cafe:invitation:ann')
    const talk = { ...reply, seq: 100, leftAt: at('2021-10-02T10:00') }
    const outbox = world.store.documents.collection('outbox')
    await outbox.insert({ ...talk, _id: 'said', key: 'turn:e:1', state: 'delivered' })
    await outbox.insert({ ...talk, _id: 'says', key: 'turn:e:2' })
    await newVersion()
    await planCampaign(world.deps, 'cafe')
    expect((await row('cafe:invitation_repeat:ann')).dueAt).toBe(repeat.dueAt)
    await changeCampaign(world.deps, 'cafe', 2, { what: 'cancel' })
    expect((await row('turn:e:2')).state).toBe('planned')
  })
})

test('a contact that was forgotten gets nothing more', async () => {
  await planCampaign(world.deps, 'cafe')
  await world.store.documents.collection('contacts').remove({ _id: 'ann' })
  await newVersion()
  await planCampaign(world.deps, 'cafe')
  expect(new Set((await rows('ann')).map(({ state }) => state))).toEqual(new Set(['cancelled']))
})

test('a campaign that cannot be planned does not hold up the others, and is told', async () => {
  const lost = aCampaign({ _id: 'a-lost', timeline: { id: 'gone', version: 1 } })
  await world.store.documents.collection('campaigns').insert(lost)
  await planDue(world.deps)
  expect(world.errors).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })])
  expect((await campaign()).plannedVersion).toBe(1)
  await expect(planCampaign(world.deps, 'nowhere')).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' })
})
