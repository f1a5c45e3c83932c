import type { Enrolment } from '../../../../src/domain/campaign'
import type { ConsentEntry, Contact } from '../../../../src/domain/contact'
import type { Task } from '../../../../src/domain/conversation'
import type { OutboxRow } from '../../../../src/domain/outbox'
import { bridge } from '../../../../src/domain/report/bridge'
import { campaignOverview, type OverviewSources } from '../../../../src/domain/report/campaignOverview'
import { lastStepOf, standingOf } from '../../../../src/domain/report/personOf'
import { segmentsOf } from '../../../../src/domain/report/segmentsOf'
import { stageOf } from '../../../../src/domain/report/stage'
import { planSteps } from '../../../../src/domain/timeline/planSteps'
import { aRow } from '../../../support/sendingWorld'
import { aCampaign, aContact, anEnrolment, at, networkingEvent } from '../../../support/timelineBuilders'

const NOW = at('2021-10-04T12:00')
const person = (id: string, over: Partial<Contact> = {}) => aContact({ _id: id, name: id, ...over })
const joined = (id: string, over: Partial<Enrolment> = {}) =>
  anEnrolment({ _id: `cafe:${id}`, campaign: 'cafe', contact: id, ...over })
const row = (contact: string, step: string, over: Partial<OutboxRow> = {}) =>
  aRow(at('2021-09-30T10:00'), {
    _id: `${contact}.${step}`,
    contact,
    campaign: 'cafe',
    step,
    rank: 5,
    ...over,
  })
const task = (contact: string, step: string, over: Partial<Task> = {}): Task => ({
  _id: `${contact}:${step}`,
  organisation: 'org',
  kind: 'call',
  contact,
  campaign: 'cafe',
  step,
  reason: 'silent',
  dueAt: NOW - 1,
  state: 'open',
  ...over,
})

const consent = (state: ConsentEntry['state']): ConsentEntry => ({
  key: state,
  purpose: 'C1',
  state,
  version: '1',
  language: 'nl',
  at: 1,
  by: 'chat',
})

const overview = (over: Partial<OverviewSources> = {}) => {
  const campaign = over.campaign ?? aCampaign()
  return campaignOverview({
    campaign,
    timeline: networkingEvent,
    countsAnswers: dialog => dialog === 'rsvp',
    planned: planSteps(networkingEvent, campaign.event, { holidays: true, evening: false }),
    enrolments: [],
    contacts: [],
    rows: [],
    replies: [],
    tasks: [],
    ...over,
  })
}
const stepOf = (over: Partial<OverviewSources>, id: string) =>
  overview(over).steps.find(step => step.id === id)!

test('nobody yet: every step of the timeline is there, with nought', () => {
  const { steps, rsvp, people } = overview()
  expect(steps.map(({ id }) => id)).toContain('invitation_call')
  expect(steps.every(step => step.people === 0)).toBe(true)
  expect([people, rsvp]).toEqual([[], { yes: 0, maybe: 0, no: 0, silent: 0 }])
})

test('who comes counts participants; guests and needs of those who said no are not counted', () => {
  const { rsvp, guests, needs, languages } = overview({
    contacts: ['a', 'b', 'c', 'd', 'lena'].map(id => person(id, { language: id === 'a' ? 'ar' : 'nl' })),
    enrolments: [
      joined('a', { rsvp: 'yes', companions: 1, children: 2, needs: ['childcare', 'travel'] }),
      joined('b', { rsvp: 'no', companions: 5, children: 5, needs: ['childcare'] }),
      joined('c', { rsvp: 'maybe', needs: ['nothing'] }),
      joined('d'),
      joined('lena', { audience: 'partner', rsvp: 'yes' }),
      joined('gone'),
    ],
  })
  expect(rsvp).toEqual({ yes: 1, maybe: 1, no: 1, silent: 1 })
  expect(guests).toEqual({ companions: 1, children: 2 })
  expect(needs).toEqual({ childcare: 1, travel: 1 })
  expect(languages).toEqual({ ar: 1, nl: 4 })
})

test('a step counts people and not messages, and says why it did not get there', () => {
  const step = stepOf(
    {
      contacts: ['a', 'b', 'c', 'd'].map(id => person(id)),
      enrolments: ['a', 'b', 'c', 'd'].map(id => joined(id)),
      rows: [
        row('a', 'invitation', { kind: 'start', state: 'started' }),
        row('a', 'invitation', { _id: 'm', state: 'delivered', reached: 6, createdAt: NOW }),
        row('b', 'invitation', { state: 'failed', reason: 'unreachable' }),
        row('c', 'invitation', { state: 'cancelled', reason: 'stopped' }),
      ],
      replies: [
        {
          _id: 'r',
          organisation: 'org',
          contact: 'a',
          dialog: 'rsvp',
          version: 1,
          answers: { coming: 'yes' },
          skipped: [],
          complete: true,
          at: NOW,
          turn: 1,
        },
      ],
    },
    'invitation',
  )
  expect(step).toMatchObject({
    people: 2,
    stages: { read: 1, not_delivered: 1, not_sent: 1 },
    answered: 1,
    whyNot: { not_delivered: { unreachable: 1 }, not_sent: { stopped: 1 } },
  })
})

test('answers without a name are not counted per step, not even as nought', () => {
  expect(stepOf({}, 'evaluation').answered).toBeUndefined()
})

test('tasks are counted by what is left; what was taken back does not count', () => {
  const tasks = [
    task('a', 'invitation_call'),
    task('b', 'invitation_call', { state: 'done' }),
    task('c', 'invitation_call', { state: 'cancelled' }),
  ]
  expect(stepOf({ tasks }, 'invitation_call')).toMatchObject({
    does: 'task',
    task: 'call',
    people: 2,
    tasks: { open: 1, done: 1 },
  })
})

test('that the event has moved stands in the plan once it has moved', () => {
  expect(overview().steps.map(({ id }) => id)).not.toContain('event_moved')
  const rows = [row('a', 'event_moved', { dueAt: NOW })]
  expect(stepOf({ rows }, 'event_moved')).toMatchObject({ does: 'message', dueAt: NOW, reasons: [] })
  expect(stepOf({ tasks: [task('a', 'event_moved_call')] }, 'event_moved_call')).toMatchObject({
    does: 'task',
    task: 'call',
  })
})

test.each<[string, Partial<OutboxRow>, string]>([
  ['waits', { state: 'planned' }, 'planned'],
  ['is handed over', { state: 'sending' }, 'leaving'],
  ['nobody knows', { state: 'unknown' }, 'in_doubt'],
  ['nobody will ever know', { state: 'unresolved' }, 'in_doubt'],
  ['taken by the provider', { state: 'accepted', reached: 1 }, 'sent'],
  ['on the phone', { state: 'accepted', reached: 5 }, 'delivered'],
  ['read, although it was taken back meanwhile', { state: 'cancelled', reached: 6 }, 'read'],
  ['refused on the way', { state: 'accepted', reached: 4 }, 'not_delivered'],
  ['refused at once', { state: 'failed' }, 'not_delivered'],
  ['too late', { state: 'expired' }, 'not_sent'],
])('a message that %s', (_, change, stage) => {
  expect(stageOf(row('a', 'invitation', change))).toBe(stage)
})

test.each([
  ['nobody answered', { read: 3, delivered: 2 }, 0, [0, 3, 2, 0, 0]],
  ['some of the readers answered', { read: 3, delivered: 2, sent: 1, not_delivered: 1 }, 2, [2, 1, 2, 1, 1]],
  ['by SMS, where reading is not told, an answer tells', { delivered: 4, sent: 1 }, 2, [2, 0, 2, 1, 0]],
  ['an answer came before the receipt', { sent: 2 }, 1, [1, 0, 0, 1, 0]],
])('in a bar everybody stands once: %s', (_, stages, answered, expected) => {
  expect(Object.values(segmentsOf({ stages, answered }))).toEqual(expected)
})

test.each<[string, Partial<Contact>, string]>([
  ['never asked', { consents: [] }, 'not_asked'],
  ['stop', { stopped: { at: 1 } }, 'stopped'],
  ['asked', { consents: [consent('asked')] }, 'asked'],
  ['agreed', { consents: [consent('asked'), consent('given')] }, 'agreed'],
  ['took it back', { consents: [consent('given'), consent('withdrawn')] }, 'stopped'],
  ['agreed to something else', { consents: [{ ...consent('given'), purpose: 'C2' }] }, 'not_asked'],
])('%s', (_, over, standing) => expect(standingOf(person('a', over))).toBe(standing))

test('the last thing that happened is no promise', () => {
  const one = (stage: 'read' | 'planned' | 'delivered', when: number) =>
    ({ stage, at: when, channel: 'sms' }) as const
  expect(
    lastStepOf({ steps: { a: one('read', 1), b: one('delivered', 2), c: one('planned', 3) } }),
  ).toMatchObject({
    step: 'b',
  })
  expect(lastStepOf({ steps: { c: one('planned', 3) } })).toBeUndefined()
})

describe('the bridge', () => {
  const sent = {
    contacts: [person('a')],
    enrolments: [joined('a')],
    rows: [row('a', 'save_the_date', { state: 'accepted' }), row('a', 'invitation', { state: 'failed' })],
  }
  const piers = (over: Partial<OverviewSources> = {}, now = NOW) =>
    bridge(overview({ ...sent, ...over }), now)
  const states = (over: Partial<OverviewSources> = {}, now = NOW) =>
    Object.fromEntries(piers(over, now).map(({ steps, state }) => [steps.join('+') || 'event', state]))

  test('one pier for each day of participants, the event among them, in order', () => {
    expect(piers().map(({ steps }) => steps.join('+') || 'event')).toEqual([
      'save_the_date',
      'paper_invitation',
      'invitation',
      'invitation_repeat',
      'invitation_call',
      'preparation',
      'preparation_talk+reminder',
      'event',
      'thank_you+evaluation',
      'evaluation_repeat',
      'reflection',
    ])
  })

  test('behind us, waiting for a person, and to come', () => {
    const tasks = [
      task('a', 'paper_invitation', { kind: 'letter' }),
      task('b', 'reminder', { dueAt: NOW + 1 }),
    ]
    expect(states({ tasks })).toMatchObject({
      save_the_date: 'done',
      paper_invitation: 'now',
      invitation_repeat: 'done',
      preparation: 'coming',
      'preparation_talk+reminder': 'coming',
      event: 'coming',
    })
    expect(piers({ tasks }).map(({ waiting }) => waiting)).toContain(1)
  })

  test('what did not arrive is counted on its pier', () => {
    expect(piers().find(({ steps }) => steps[0] === 'invitation')?.failed).toBe(1)
  })

  test('of a cancelled event only what has left stands', () => {
    expect(states({ campaign: aCampaign({ state: 'cancelled' }) })).toMatchObject({
      save_the_date: 'done',
      preparation: 'skipped',
      event: 'skipped',
    })
  })
})

test('in one language: the steps of those who read it, and everything else of everybody', () => {
  const sources = {
    contacts: [person('a', { language: 'ar' }), person('b')],
    enrolments: [joined('a', { rsvp: 'yes' }), joined('b')],
    rows: [row('a', 'invitation', { reached: 20 }), row('b', 'invitation')],
    tasks: [task('b', 'invitation_call')],
  }
  const { steps, people, languages, tasks } = overview({ ...sources, speaks: 'ar' })
  expect(steps.find(({ id }) => id === 'invitation')).toMatchObject({ people: 1 })
  expect(steps.find(({ id }) => id === 'invitation_call')).toMatchObject({ people: 0 })
  expect(stepOf(sources, 'invitation').people).toBe(2)
  expect([people.length, languages, tasks.length]).toEqual([2, { ar: 1, nl: 1 }, 1])
})
