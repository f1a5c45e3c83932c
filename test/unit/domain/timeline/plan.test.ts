import type { Campaign, Enrolment } from '../../../../src/domain/campaign'
import type { Contact } from '../../../../src/domain/contact'
import { plan, type Wanted } from '../../../../src/domain/timeline/plan'
import {
  aCampaign,
  aContact,
  anEnrolment,
  anEvent,
  at,
  dialogById,
  networkingEvent,
  shown,
} from '../../../support/timelineBuilders'

interface Given {
  campaign?: Partial<Campaign>
  enrolment?: Partial<Enrolment>
  contact?: Partial<Contact>
  left?: Record<string, number>
  answered?: string[]
  now?: string
}

function wantedFor(given: Given = {}): Map<string, Wanted> {
  const person = {
    enrolment: anEnrolment(given.enrolment),
    contact: aContact(given.contact),
    left: given.left ?? {},
    answered: given.answered ?? [],
    heardAt: given.left && Math.min(...Object.values(given.left)),
  }
  const now = at(given.now ?? '2021-09-01T12:00')
  const wanted = plan(aCampaign(given.campaign), networkingEvent, [person], {
    now,
    sending: { holidays: false },
    dialog: dialogById,
  })
  const byStep = new Map(wanted.map(each => [each.key.split(':')[1] ?? '', each]))
  expect(byStep.size).toBe(wanted.length)
  return byStep
}
const steps = (given: Given = {}) => [...wantedFor(given).keys()]

test('a participant’s whole plan, in the order of the timeline', () => {
  expect([...wantedFor().values()].map(({ step, kind, dueAt }) => `${shown(dueAt)} ${kind} ${step}`)).toEqual(
    [
      'Tue 14 Sep 2021 10:00 start save_the_date',
      'Tue 28 Sep 2021 10:00 task paper_invitation',
      'Thu 30 Sep 2021 10:00 start invitation',
      'Mon 4 Oct 2021 10:00 start invitation_repeat',
      'Thu 7 Oct 2021 10:00 task invitation_call',
      'Mon 11 Oct 2021 10:00 start preparation',
      'Tue 12 Oct 2021 10:00 start reminder',
      'Sat 16 Oct 2021 10:00 message thank_you',
      'Sat 16 Oct 2021 10:01 start evaluation',
      'Tue 19 Oct 2021 10:00 start evaluation_repeat',
      'Mon 25 Oct 2021 10:00 start reflection',
    ],
  )
})

test('a partner’s whole plan; a step reaches only its segment', () => {
  const partner = { enrolment: { audience: 'partner' }, contact: { audience: 'partner' } } as const
  expect(steps(partner)).toEqual([
    'find_partners',
    'partner_announcement',
    'partner_announcement_call',
    'partner_expectations',
    'partner_expectations_call',
    'partner_evaluation',
    'partner_follow_up',
    'partner_follow_up_call',
  ])
  expect(steps({ enrolment: { audience: 'volunteer' } })).toEqual([])
})

test('a row says what opens the dialog, a message says its own text, a task says why', () => {
  const wanted = wantedFor()
  expect(wanted.get('invitation')).toMatchObject({
    key: 'cafe:invitation:ann',
    kind: 'start',
    start: { dialog: 'rsvp', opening: { text: 'timelines/networking-event:invitation' } },
    purpose: 'C1',
    resendPolicy: 'resend',
  })
  expect(wanted.get('thank_you')).toMatchObject({
    kind: 'message',
    say: { text: 'timelines/networking-event:thank_you' },
    resendPolicy: 'leave',
  })
  expect(wanted.get('invitation_repeat')).toMatchObject({
    start: { dialog: 'rsvp', opening: { text: 'timelines/networking-event:invitation_repeat' } },
  })
  expect(wanted.get('invitation_call')).toMatchObject({ kind: 'task', task: 'call', reason: 'silent' })
  expect(wanted.get('paper_invitation')).toMatchObject({ kind: 'task', task: 'letter', reason: 'by_plan' })
})

test('every row is useless at some moment, at the latest when the event begins for what announces it', () => {
  const start = at('2021-10-14T14:00')
  for (const { step, dueAt, notAfter, kind } of wantedFor().values()) {
    expect(notAfter).toBeGreaterThan(dueAt)
    if (kind !== 'task' && dueAt < start) expect([step, notAfter < start]).toEqual([step, true])
  }
})

describe('an answer changes what comes', () => {
  const beforeInvitation = ['save_the_date', 'paper_invitation', 'invitation']
  const after = ['thank_you', 'evaluation', 'evaluation_repeat', 'reflection']
  test.each<[string, Partial<Enrolment>, string[]]>([
    [
      'yes: no repeat, no call',
      { rsvp: 'yes' },
      [...beforeInvitation, 'preparation', 'preparation_talk', 'reminder', ...after],
    ],
    ['no: no preparation, no reminder, no thanks', { rsvp: 'no' }, beforeInvitation],
    [
      'maybe: asked again once, no call',
      { rsvp: 'maybe' },
      [...beforeInvitation, 'invitation_repeat', 'preparation', 'preparation_talk', 'reminder', ...after],
    ],
    ['said no and came: thanked', { rsvp: 'no', attended: true }, [...beforeInvitation, ...after]],
    [
      'said yes and stayed away: not thanked',
      { rsvp: 'yes', attended: false },
      [...beforeInvitation, 'preparation', 'preparation_talk', 'reminder'],
    ],
  ])('%s', (_, enrolment, expected) => expect(steps({ enrolment })).toEqual(expected))

  test('an evaluation that was opened or declined is not asked for again', () => {
    for (const mark of ['started', 'answered', 'declined'] as const) {
      const enrolment = { rsvp: 'yes', evaluations: { 'E-02': mark } } as const
      expect(steps({ enrolment })).not.toContain('evaluation_repeat')
    }
    expect(steps({ enrolment: { rsvp: 'yes', evaluations: { 'E-02': 'invited' } } })).toContain(
      'evaluation_repeat',
    )
  })
  test('who prepared needs no talk', () => {
    expect(steps({ enrolment: { rsvp: 'yes' }, answered: ['preparation'] })).not.toContain('preparation_talk')
  })
})

describe('the way', () => {
  test('the first address that works; the reminder by SMS; the repeat by another channel', () => {
    const wanted = wantedFor()
    const channels = ['invitation', 'reminder', 'invitation_repeat'].map(
      step => (wanted.get(step) as { channel: string }).channel,
    )
    expect(channels).toEqual(['whatsapp', 'sms', 'sms'])
    expect(wanted.get('invitation')).toMatchObject({ fallbackAfterMs: 12 * 3_600_000 })
    expect(wanted.get('reminder')).not.toHaveProperty('fallbackAfterMs')
  })
  test('without a phone number there is nothing to fall back to, and the reminder goes by WhatsApp', () => {
    const wanted = wantedFor({ contact: { addresses: [{ channel: 'whatsapp', address: 'BE.1A2B' }] } })
    expect(wanted.get('reminder')).toMatchObject({ channel: 'whatsapp' })
    expect(wanted.get('invitation')).not.toHaveProperty('fallbackAfterMs')
  })
  test('what does not reach them is not tried first', () => {
    const wanted = wantedFor({ contact: { unreachable: { whatsapp: { at: 1, code: '63003' } } } })
    expect(wanted.get('invitation')).toMatchObject({ channel: 'sms' })
  })
  test('without any address only people can do something', () => {
    const kinds = new Set([...wantedFor({ contact: { addresses: [] } }).values()].map(({ kind }) => kind))
    expect([...kinds]).toEqual(['task'])
  })
  test('who said STOP is left alone, by staff as well; STOP on one channel leaves the other', () => {
    expect(steps({ contact: { stopped: { at: 1 } } })).toEqual([])
    expect(steps({ contact: { stopped: { at: 1, channel: 'whatsapp' } } })).toContain('invitation')
  })
})

describe('late', () => {
  test('a campaign that starts two weeks before treats everybody as coming in that day', () => {
    expect(steps({ campaign: { runningSince: at('2021-10-04T09:00') }, now: '2021-10-04T09:00' })).toEqual([
      'invitation',
      'invitation_repeat',
      'invitation_call',
      'preparation',
      'reminder',
      'thank_you',
      'evaluation',
      'evaluation_repeat',
      'reflection',
    ])
  })
  test('a letter that nobody wrote yet stays on the list until the event begins', () => {
    const paper = (now: string) => steps({ now }).includes('paper_invitation')
    expect([paper('2021-10-13T12:00'), paper('2021-10-14T15:00')]).toEqual([true, false])
  })
})

describe('a moved event', () => {
  const movedAt = at('2021-10-05T11:00')
  const moved = {
    event: anEvent({ start: '2021-10-14T15:00' }),
    change: { what: 'moved', version: 4, at: movedAt },
  } as const
  const left = { save_the_date: at('2021-09-14T10:00'), invitation: at('2021-09-30T10:01') }

  test('is told at once to who heard of it, under a key of its own', () => {
    const news = wantedFor({ campaign: moved, left, now: '2021-10-05T11:00' }).get('event_moved.4')
    expect(news).toMatchObject({
      key: 'cafe:event_moved.4:ann',
      step: 'event_moved',
      kind: 'message',
      dueAt: movedAt,
      notAfter: at('2021-10-14T15:00') - 1,
    })
  })
  test('waits for the next slot', () => {
    const change = { ...moved.change, at: at('2021-10-09T20:00') }
    const news = wantedFor({ campaign: { ...moved, change }, left, now: '2021-10-09T20:00' }).get(
      'event_moved.4',
    )
    expect(shown(news?.dueAt ?? 0)).toBe('Mon 11 Oct 2021 10:00')
  })
  test('is told to partners and to who said no as well', () => {
    expect(steps({ campaign: moved, left, enrolment: { rsvp: 'no' }, now: '2021-10-05T11:00' })).toContain(
      'event_moved.4',
    )
    const partner = { enrolment: { audience: 'partner' }, left: { partner_announcement: 1 } } as const
    expect(steps({ campaign: moved, ...partner, now: '2021-10-05T11:00' })).toContain('event_moved.4')
  })
  test('is no news to who heard nothing before it', () => {
    expect(steps({ campaign: moved, now: '2021-10-05T11:00' })).not.toContain('event_moved.4')
    expect(
      steps({ campaign: moved, left: { invitation: movedAt + 1 }, now: '2021-10-05T12:00' }),
    ).not.toContain('event_moved.4')
  })
  test('plans what has not left by the new date', () => {
    const campaign = {
      event: anEvent({ start: '2021-10-21T14:00', end: '2021-10-21T17:00' }),
      change: moved.change,
    }
    const wanted = wantedFor({ campaign, left, now: '2021-10-05T11:00' })
    expect(shown(wanted.get('reminder')?.dueAt ?? 0)).toBe('Tue 19 Oct 2021 10:00')
    expect(shown(wanted.get('invitation')?.dueAt ?? 0)).toMatch(/^Thu 30 Sep/)
  })
  test('to so soon that no slot is left: a person phones', () => {
    const change = { what: 'moved', version: 4, at: at('2021-10-10T12:00') } as const
    const campaign = { event: anEvent({ start: '2021-10-11T09:00' }), change }
    expect(wantedFor({ campaign, left, now: '2021-10-10T12:00' }).get('event_moved.4_call')).toMatchObject({
      kind: 'task',
      task: 'call',
      reason: 'event_moved',
      step: 'event_moved_call',
    })
  })
})

test('a cancelled event: only the news of it, for who heard of it', () => {
  const campaign = {
    state: 'cancelled',
    change: { what: 'cancelled', version: 3, at: at('2021-10-05T11:00') },
  } as const
  const now = '2021-10-05T11:00'
  expect(steps({ campaign, left: { save_the_date: 1 }, now })).toEqual(['event_cancelled.3'])
  expect(steps({ campaign, now })).toEqual([])
})

test.each(['draft', 'paused', 'done'] as const)('a campaign that is %s wants nothing', state => {
  expect(steps({ campaign: { state } })).toEqual([])
})
