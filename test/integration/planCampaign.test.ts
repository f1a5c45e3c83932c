import { AppError } from '../../src/errors'
import type { Log } from '../../src/ports/log'
import { type ChangeCampaign, changeCampaign } from '../../src/use-cases/changeCampaign'
import { joinCampaign } from '../../src/use-cases/joinCampaign'
import { planCampaign, planDue } from '../../src/use-cases/planCampaign'
import { stillWanted } from '../../src/use-cases/stillWanted'
import { crashScript, Killed } from '../support/crashScript'
import { type FakeClock, fakeClock } from '../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../support/openDocuments'
import {
  aCampaign,
  aContact,
  anEnrolment,
  anEvent,
  anOrganisation,
  at,
  shown,
  timelineContent,
} from '../support/timelineBuilders'

const PEOPLE = ['ann', 'bea', 'cem'] as const

let store: TestDocuments
let clock: FakeClock
let deps: ChangeCampaign
let errors: unknown[]

beforeEach(async () => {
  store = await openTestDocuments()
  clock = fakeClock(at('2021-09-01T12:00'))
  errors = []
  const log: Log = { info: () => {}, warn: () => {}, error: (_, error) => void errors.push(error) }
  let ids = 0
  deps = {
    documents: store.documents,
    content: timelineContent,
    clock,
    newId: () => `row${++ids}-${Math.random()}`,
    log,
  }
  const { documents } = store
  await documents.collection('organisations').insert(anOrganisation())
  await documents.collection('campaigns').insert(aCampaign())
  for (const contact of PEOPLE) {
    await documents
      .collection('contacts')
      .insert(aContact({ _id: contact, addressKeys: [`org|sms|${contact}`] }))
    await documents.collection('enrolments').insert(anEnrolment({ _id: `cafe:${contact}`, contact }))
  }
})
afterEach(() => store.dispose())

const rows = (contact?: string) =>
  store.documents
    .collection('outbox')
    .list(contact === undefined ? {} : { contact }, { sort: [['dueAt', 1]] })
const row = async (key: string) => (await store.documents.collection('outbox').first({ key }))!
const change = (key: string, set: Record<string, unknown>) =>
  store.documents.collection('outbox').update({ key }, { set })
const tasks = () => store.documents.collection('tasks').list({})
const campaign = async () => (await store.documents.collection('campaigns').get('cafe'))!
const answer = (contact: string, rsvp: 'yes' | 'no' | 'maybe') =>
  store.documents
    .collection('enrolments')
    .update({ _id: `cafe:${contact}` }, { set: { rsvp, rsvpAt: clock.now() }, inc: { turn: 1 } })
const newVersion = () =>
  store.documents.collection('campaigns').update({ _id: 'cafe' }, { inc: { version: 1 } })

/** All that a plan decides, without what differs from run to run. */
async function picture() {
  const planned = (await rows()).map(
    ({ key, state, dueAt, notAfter, planVersion, channel, kind, say, start }) => {
      return { key, state, dueAt, notAfter, planVersion, channel, kind, say, start }
    },
  )
  const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key)
  return { planned: planned.sort(byKey), tasks: (await tasks()).sort((a, b) => a._id.localeCompare(b._id)) }
}

const EACH = { rows: 9, tasks: 2 }

test('a campaign becomes rows and tasks, and is planned', async () => {
  expect(await planCampaign(deps, 'cafe')).toEqual({
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
  expect(await store.documents.collection('tasks').get('cafe:invitation_call:ann')).toMatchObject({
    kind: 'call',
    state: 'open',
    reason: 'silent',
    dueAt: at('2021-10-07T10:00'),
  })
})

describe('planning adds nothing', () => {
  test('the second time', async () => {
    await planCampaign(deps, 'cafe')
    const first = await picture()
    expect(await planCampaign(deps, 'cafe')).toEqual({ added: 0, moved: 0, cancelled: 0 })
    expect(await picture()).toEqual(first)
  })

  test('for a new version in which nothing changed; the rows belong to it all the same', async () => {
    await planCampaign(deps, 'cafe')
    const ids = (await rows()).map(({ _id }) => _id).sort()
    await newVersion()
    expect(await planCampaign(deps, 'cafe')).toEqual({ added: 0, moved: 0, cancelled: 0 })
    expect((await rows()).map(({ _id }) => _id).sort()).toEqual(ids)
    expect(new Set((await rows()).map(({ planVersion }) => planVersion))).toEqual(new Set([2]))
  })

  test('from two processes at once', async () => {
    await Promise.all([planCampaign(deps, 'cafe'), planCampaign(deps, 'cafe'), planCampaign(deps, 'cafe')])
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
        await planCampaign({ ...deps, crash: script.hook }, 'cafe')
        break
      } catch (error) {
        expect(error).toBeInstanceOf(Killed)
        if (point === 'plan.beforePlannedVersion') break
      }
    }
    await planDue(deps)
    expect(await picture()).toEqual(reference)
    expect((await campaign()).plannedVersion).toBe(1)
  })

  async function openPicture() {
    const other = await openTestDocuments()
    const mine = store
    try {
      const { documents } = other
      for (const name of ['organisations', 'campaigns', 'contacts', 'enrolments'] as const)
        for (const each of await mine.documents.collection(name).list({}))
          await documents.collection(name).insert(each as never)
      await planCampaign({ ...deps, documents }, 'cafe')
      store = other
      return await picture()
    } finally {
      store = mine
      await other.dispose()
    }
  }
})

describe('an older plan never wins over a newer one', () => {
  test('a planner that wakes up late changes nothing that is planned anew (V18)', async () => {
    await planCampaign(deps, 'cafe')
    await newVersion()
    const script = crashScript()
    const pause = script.pauseAt('plan.afterUpdate')
    const slow = planCampaign({ ...deps, crash: script.hook }, 'cafe')
    await pause.reached
    const seen = await campaign()
    await changeCampaign(deps, 'cafe', seen.version, {
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
    const slow = planCampaign({ ...deps, crash: script.hook }, 'cafe')
    await pause.reached
    await answer('cem', 'no')
    await planCampaign(deps, 'cafe', { contact: 'cem' })
    pause.goOn()
    await slow
    const open = (await rows('cem')).filter(({ state }) => state === 'planned').map(({ step }) => step)
    expect(open).toEqual(['save_the_date', 'invitation'])
  })
})

describe('an answer', () => {
  beforeEach(() => planCampaign(deps, 'cafe'))

  test('takes back one person’s rows and tasks, says why, and nobody else’s', async () => {
    await answer('ann', 'no')
    const { cancelled } = await planCampaign(deps, 'cafe', { contact: 'ann' })
    expect(cancelled).toBe(8)
    expect(await row('cafe:reminder:ann')).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'plan',
      reason: 'said_no',
    })
    expect((await row('cafe:reminder:bea')).state).toBe('planned')
    expect(await store.documents.collection('tasks').get('cafe:invitation_call:ann')).toMatchObject({
      state: 'cancelled',
    })
    expect(await planCampaign(deps, 'cafe', { contact: 'ann' })).toEqual({ added: 0, moved: 0, cancelled: 0 })
  })

  test('that is changed gives it back, with a new revision', async () => {
    const before = await row('cafe:reminder:ann')
    await answer('ann', 'no')
    await planCampaign(deps, 'cafe', { contact: 'ann' })
    await answer('ann', 'yes')
    await planCampaign(deps, 'cafe', { contact: 'ann' })
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
    await planCampaign(deps, 'cafe')
    expect([(await row('cafe:reminder:ann')).state, (await row('cafe:invitation:ann')).state]).toEqual([
      'cancelled',
      'cancelled',
    ])
  })

  test('counts once more at the last moment, whatever was planned', async () => {
    const wanted = async (step: string) => stillWanted(deps, await row(`cafe:${step}:ann`), await campaign())
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
    await store.documents.collection('enrolments').update({ _id: 'cafe:bea' }, { set: { attended: true } })
    expect(await wanted('thank_you')).toBe(false)
    await answer('ann', 'no')
    expect([await wanted('reminder'), await wanted('invitation')]).toEqual([false, true])
  })
})

describe('what has left', () => {
  const SENT = ['accepted', 'delivered', 'started', 'failed', 'unresolved'] as const
  test.each(SENT)('and is %s stays as it is when the event moves', async state => {
    await planCampaign(deps, 'cafe')
    await change('cafe:invitation:ann', { state, leftAt: at('2021-09-30T10:00') })
    const before = await row('cafe:invitation:ann')
    await changeCampaign(deps, 'cafe', 1, {
      what: 'edit',
      event: { start: '2021-10-20T14:00', end: '2021-10-20T17:00' },
    })
    const { planVersion: _, ...after } = await row('cafe:invitation:ann')
    expect(after).toEqual({ ...after, ...before, planVersion: undefined })
  })

  test('a row in doubt keeps its state and learns what is wished (V17)', async () => {
    await planCampaign(deps, 'cafe')
    await change('cafe:reminder:ann', { state: 'sending' })
    await change('cafe:reminder:bea', { state: 'unknown' })
    await answer('bea', 'no')
    await changeCampaign(deps, 'cafe', 1, {
      what: 'edit',
      event: { start: '2021-10-20T14:00', end: '2021-10-20T17:00' },
    })
    const moved = await row('cafe:reminder:ann')
    expect(moved).toMatchObject({ state: 'sending', planVersion: 2, wish: { dueAt: at('2021-10-18T10:00') } })
    expect(await row('cafe:reminder:bea')).toMatchObject({ state: 'unknown', wish: { cancel: 'said_no' } })
  })

  test('what was accepted stays in the plan, so that its SMS may still leave', async () => {
    await planCampaign(deps, 'cafe')
    const accepted = {
      state: 'accepted',
      attempt: 1,
      leftAt: at('2021-09-30T10:00'),
      fallbackAt: at('2021-09-30T22:00'),
    }
    await change('cafe:invitation:ann', accepted)
    await newVersion()
    await planCampaign(deps, 'cafe')
    expect(await row('cafe:invitation:ann')).toMatchObject({ ...accepted, planVersion: 2 })
  })

  test('a row in doubt that stays as it was is not held up by a wish', async () => {
    await planCampaign(deps, 'cafe')
    await change('cafe:reminder:ann', { state: 'unknown' })
    await newVersion()
    await planCampaign(deps, 'cafe')
    const doubtful = await row('cafe:reminder:ann')
    expect([doubtful.wish, doubtful.planVersion]).toEqual([undefined, 2])
  })

  test('a row that was refused keeps its back-off and its channel', async () => {
    await planCampaign(deps, 'cafe')
    const nextAt = at('2021-09-30T10:30')
    await change('cafe:invitation:ann', { attempt: 1, tries: 1, channel: 'sms', spent: ['whatsapp'], nextAt })
    await newVersion()
    await planCampaign(deps, 'cafe')
    expect(await row('cafe:invitation:ann')).toMatchObject({ channel: 'sms', nextAt, planVersion: 2 })
  })

  test('replies of a talk about the campaign are none of the plan’s business', async () => {
    await planCampaign(deps, 'cafe')
    const repeat = await row('cafe:invitation_repeat:ann')
    const { planVersion: _, ...reply } = await row('cafe:invitation:ann')
    const talk = { ...reply, seq: 100, leftAt: at('2021-10-02T10:00') }
    const outbox = store.documents.collection('outbox')
    await outbox.insert({ ...talk, _id: 'said', key: 'turn:e:1', state: 'delivered' })
    await outbox.insert({ ...talk, _id: 'says', key: 'turn:e:2' })
    await newVersion()
    await planCampaign(deps, 'cafe')
    expect((await row('cafe:invitation_repeat:ann')).dueAt).toBe(repeat.dueAt)
    await changeCampaign(deps, 'cafe', 2, { what: 'cancel' })
    expect((await row('turn:e:2')).state).toBe('planned')
  })
})

describe('a campaign that changes', () => {
  const left = async (...people: string[]) => {
    for (const contact of people)
      await change(`cafe:invitation:${contact}`, { state: 'delivered', leftAt: at('2021-09-30T10:00') })
  }

  test('another hour: one update to all who had a step, everything else by the new date; twice is once', async () => {
    await planCampaign(deps, 'cafe')
    await left('ann', 'bea')
    clock.pass(at('2021-10-05T11:00') - clock.now())
    await changeCampaign(deps, 'cafe', 1, { what: 'edit', event: { start: '2021-10-14T15:00' } })
    await planCampaign(deps, 'cafe')
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

  test('changed again before the news left: only the last news leaves', async () => {
    await planCampaign(deps, 'cafe')
    await left('ann')
    clock.pass(at('2021-10-05T19:00') - clock.now())
    await changeCampaign(deps, 'cafe', 1, { what: 'edit', event: { start: '2021-10-14T15:00' } })
    await changeCampaign(deps, 'cafe', 2, { what: 'edit', event: { start: '2021-10-14T15:30' } })
    expect((await row('cafe:event_moved.2:ann')).state).toBe('cancelled')
    expect(await row('cafe:event_moved.3:ann')).toMatchObject({
      state: 'planned',
      dueAt: at('2021-10-06T10:00'),
    })
  })

  test('another text is no news', async () => {
    await planCampaign(deps, 'cafe')
    await left('ann')
    await changeCampaign(deps, 'cafe', 1, { what: 'edit', event: { goal: 'Meet employers' } })
    expect((await rows()).filter(({ step }) => step === 'event_moved')).toEqual([])
    expect((await campaign()).change).toBeUndefined()
  })

  test('cancelled: everything open goes, also the SMS that would follow; who knew is told', async () => {
    await planCampaign(deps, 'cafe')
    await left('ann')
    await change('cafe:save_the_date:bea', {
      state: 'accepted',
      leftAt: clock.now() - 1,
      fallbackAt: clock.now() + 1,
    })
    await changeCampaign(deps, 'cafe', 1, { what: 'cancel' })
    const planned = (await rows()).filter(({ state }) => state === 'planned')
    expect(planned.map(({ key }) => key).sort()).toEqual(['cafe:event_cancelled.2:bea'])
    expect((await row('cafe:save_the_date:bea')).fallbackAt).toBeUndefined()
    expect(new Set((await tasks()).map(({ state }) => state))).toEqual(new Set(['cancelled']))
    expect(await stillWanted(deps, await row('cafe:event_cancelled.2:bea'), await campaign())).toBe(true)
  })

  test('paused and resumed: nothing is lost, and what was missed is made up for', async () => {
    await planCampaign(deps, 'cafe')
    await changeCampaign(deps, 'cafe', 1, { what: 'pause' })
    clock.pass(at('2021-10-06T11:00') - clock.now())
    await changeCampaign(deps, 'cafe', 2, { what: 'resume' })
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
    await expect(changeCampaign(deps, 'cafe', 1, { what: 'cancel' })).rejects.toMatchObject({
      code: 'CAMPAIGN_CHANGED',
    })
    expect((await campaign()).state).toBe('running')
  })
})

describe('starting', () => {
  const draft = (event = anEvent()) =>
    store.documents.collection('campaigns').update({ _id: 'cafe' }, { set: { state: 'draft', event } })

  test('plans from now on', async () => {
    await draft()
    await planCampaign(deps, 'cafe')
    expect(await rows()).toEqual([])
    await newVersion()
    await changeCampaign(deps, 'cafe', 2, { what: 'start' })
    expect(await rows()).toHaveLength(3 * EACH.rows)
    expect(await campaign()).toMatchObject({ state: 'running', runningSince: clock.now() })
  })
  test.each(['place', 'goal', 'benefit', 'contactName'] as const)(
    'is refused while %s is empty, and says so',
    async field => {
      await draft(anEvent({ [field]: ' ' }))
      const refused = await changeCampaign(deps, 'cafe', 1, { what: 'start' }).catch(
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
    await expect(changeCampaign(deps, 'cafe', 1, { what: 'start' })).rejects.toMatchObject({ code })
  })
})

describe('a late joiner', () => {
  beforeEach(async () => {
    await planCampaign(deps, 'cafe')
    await store.documents
      .collection('contacts')
      .insert(aContact({ _id: 'dai', addressKeys: ['org|sms|dai'] }))
  })

  test('gets what still makes sense, once, whoever adds them twice', async () => {
    clock.pass(at('2021-10-04T09:00') - clock.now())
    expect(await joinCampaign(deps, 'cafe', 'dai')).toBe(true)
    expect(await joinCampaign(deps, 'cafe', 'dai')).toBe(false)
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
    await expect(joinCampaign(deps, 'cafe', 'eva')).rejects.toMatchObject({ code: 'CONTACT_NOT_FOUND' })
    clock.pass(at('2021-10-14T14:00') - clock.now())
    await expect(joinCampaign(deps, 'cafe', 'dai')).rejects.toMatchObject({ code: 'EVENT_IN_PAST' })
    expect(await rows('dai')).toEqual([])
  })
})

test('a contact that was forgotten gets nothing more', async () => {
  await planCampaign(deps, 'cafe')
  await store.documents.collection('contacts').remove({ _id: 'ann' })
  await newVersion()
  await planCampaign(deps, 'cafe')
  expect(new Set((await rows('ann')).map(({ state }) => state))).toEqual(new Set(['cancelled']))
})

test('a campaign that cannot be planned does not hold up the others, and is told', async () => {
  const lost = aCampaign({ _id: 'a-lost', timeline: { id: 'gone', version: 1 } })
  await store.documents.collection('campaigns').insert(lost)
  await planDue(deps)
  expect(errors).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })])
  expect((await campaign()).plannedVersion).toBe(1)
  await expect(planCampaign(deps, 'nowhere')).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' })
})
