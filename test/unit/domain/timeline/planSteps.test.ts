import { planSteps } from '../../../../src/domain/timeline/planSteps'
import { at, BRUSSELS, networkingEvent, shown } from '../../../support/timelineBuilders'

const plain = { holidays: false, evening: false }

const planned = (start: string, options: Partial<Parameters<typeof planSteps>[2]> = {}, zone = BRUSSELS) => {
  const end = `${start.slice(0, 11)}${String(Number(start.slice(11, 13)) + 3).padStart(2, '0')}:00`
  const steps = planSteps(networkingEvent, { start, end, zone }, { ...plain, ...options })
  return Object.fromEntries(
    steps.map(({ id, dueAt, rule, skipped }) => [id, { when: skipped ?? shown(dueAt, zone), rule, dueAt }]),
  )
}

describe('the seven events of the schedule', () => {
  const vectors = [
    [
      '2021-10-14',
      'Tue 14 Sep 2021',
      'Thu 30 Sep 2021',
      'Mon 11 Oct 2021',
      'Tue 12 Oct 2021',
      'Sat 16 Oct 2021',
      'Thu 21 Oct 2021',
    ],
    [
      '2022-03-31',
      'Mon 28 Feb 2022',
      'Thu 17 Mar 2022',
      'Mon 28 Mar 2022',
      'Tue 29 Mar 2022',
      'Sat 2 Apr 2022',
      'Thu 7 Apr 2022',
    ],
    [
      '2022-03-29',
      'Mon 28 Feb 2022',
      'Tue 15 Mar 2022',
      'Fri 25 Mar 2022',
      'Sat 26 Mar 2022',
      'Thu 31 Mar 2022',
      'Tue 5 Apr 2022',
    ],
    [
      '2024-03-29',
      'Thu 29 Feb 2024',
      'Fri 15 Mar 2024',
      'Mon 25 Mar 2024',
      'Wed 27 Mar 2024',
      'Mon 1 Apr 2024',
      'Fri 5 Apr 2024',
    ],
    [
      '2022-07-01',
      'Wed 1 Jun 2022',
      'Fri 17 Jun 2022',
      'Mon 27 Jun 2022',
      'Wed 29 Jun 2022',
      'Mon 4 Jul 2022',
      'Fri 8 Jul 2022',
    ],
    [
      '2022-01-03',
      'Fri 3 Dec 2021',
      'Mon 20 Dec 2021',
      'Thu 30 Dec 2021',
      'Sat 1 Jan 2022',
      'Wed 5 Jan 2022',
      'Mon 10 Jan 2022',
    ],
    [
      '2022-06-11',
      'Wed 11 May 2022',
      'Sat 28 May 2022',
      'Tue 7 Jun 2022',
      'Thu 9 Jun 2022',
      'Mon 13 Jun 2022',
      'Mon 20 Jun 2022',
    ],
  ] as const
  test.each(vectors)('%s', (day, saveTheDate, invitation, preparation, reminder, thankYou, followUp) => {
    const plan = planned(`${day}T14:00`)
    const days = (id: string) => plan[id]?.when.replace(/ 10:00$/, '')
    expect([
      days('save_the_date'),
      days('invitation'),
      days('preparation'),
      days('reminder'),
      days('thank_you'),
      days('evaluation'),
      days('partner_follow_up'),
    ]).toEqual([saveTheDate, invitation, preparation, reminder, thankYou, thankYou, followUp])
  })

  test('every step leaves at ten in the morning there, before and after the clock changes', () => {
    for (const [day] of vectors)
      for (const { when } of Object.values(planned(`${day}T14:00`))) expect(when).toMatch(/ 10:00$/)
  })
})

describe('the rule that moved a step is named', () => {
  test.each([
    ['2021-10-14T14:00', 'save_the_date', '1 month before start (G2)'],
    ['2021-10-14T14:00', 'invitation', '2 weeks before start (G2)'],
    ['2021-10-14T14:00', 'preparation', '4 days before start; Sunday → Monday after (G3a)'],
    ['2022-03-29T14:00', 'reminder', '2 days before start; Sunday → Saturday before (G3a)'],
    ['2024-03-29T14:00', 'thank_you', '2 days after end; Sunday → Monday after (G3a)'],
    ['2022-06-11T14:00', 'partner_follow_up', '7 days after end; Saturday → Monday after (G3a)'],
    ['2021-10-13T14:00', 'preparation', '4 days before start; Saturday → Friday before (G3a)'],
  ])('%s %s', (start, step, rule) => expect(planned(start)[step]?.rule).toBe(rule))
})

describe('preparation: the weekday closest to four days before, the earlier one of two', () => {
  test.each([
    ['Monday', '2021-10-11', 'Thu 7 Oct'],
    ['Tuesday', '2021-10-12', 'Fri 8 Oct'],
    ['Wednesday', '2021-10-13', 'Fri 8 Oct'],
    ['Thursday', '2021-10-14', 'Mon 11 Oct'],
    ['Friday', '2021-10-15', 'Mon 11 Oct'],
    ['Saturday', '2021-10-16', 'Tue 12 Oct'],
    ['Sunday', '2021-10-17', 'Wed 13 Oct'],
  ])('for an event on %s', (_, day, due) => {
    expect(planned(`${day}T14:00`).preparation?.when).toBe(`${due} 2021 10:00`)
  })
})

describe('silence', () => {
  test('the invitation is repeated after four days and followed by a call after seven', () => {
    const plan = planned('2021-10-14T14:00')
    expect(plan.invitation_repeat?.when).toBe('Mon 4 Oct 2021 10:00')
    expect(plan.invitation_call?.when).toBe('Thu 7 Oct 2021 10:00')
  })
  test('it counts from when the invitation left, not from when it was meant to', () => {
    const plan = planned('2021-10-14T14:00', { left: { invitation: at('2021-10-01T11:07') } })
    expect(plan.invitation_repeat?.when).toBe('Tue 5 Oct 2021 10:00')
    expect(plan.invitation_call?.when).toBe('Fri 8 Oct 2021 10:00')
  })
  test('a repeat that falls on a Sunday waits for Monday: never less than four days of silence', () => {
    const plan = planned('2021-10-13T14:00')
    expect(plan.invitation?.when).toBe('Wed 29 Sep 2021 10:00')
    expect(plan.invitation_repeat?.when).toBe('Mon 4 Oct 2021 10:00')
  })
  test('the evaluation is repeated five days after the event, once', () => {
    const plan = planned('2021-10-14T14:00')
    expect(plan.evaluation_repeat?.when).toBe('Tue 19 Oct 2021 10:00')
    expect(Object.keys(plan).filter(id => id.startsWith('evaluation'))).toEqual([
      'evaluation',
      'evaluation_repeat',
    ])
  })
  test('partners are phoned five days before about vacancies and three days after the follow-up', () => {
    const plan = planned('2021-10-14T14:00')
    expect(plan.partner_expectations_call?.when).toBe('Sat 9 Oct 2021 10:00')
    expect(plan.partner_follow_up_call?.when).toBe('Mon 25 Oct 2021 10:00')
  })
})

describe('who comes in late', () => {
  const late = (joined: string) => planned('2021-10-14T14:00', { joinedAt: at(joined) })

  test('ten days before: the invitation at once, with the save-the-date in it; preparation and reminder stay', () => {
    const plan = late('2021-10-04T00:00')
    expect(plan.save_the_date?.when).toBe('merged')
    expect(plan.save_the_date?.rule).toContain('invitation')
    expect(plan.invitation?.when).toBe('Mon 4 Oct 2021 10:00')
    expect(plan.invitation?.rule).toContain('G4')
    expect(plan.preparation?.when).toBe('Mon 11 Oct 2021 10:00')
    expect(plan.reminder?.when).toBe('Tue 12 Oct 2021 10:00')
  })
  test('two days before: one combined message and a call task, nothing else before the event', () => {
    const plan = late('2021-10-12T00:00')
    const participant = [
      'save_the_date',
      'paper_invitation',
      'invitation',
      'invitation_repeat',
      'invitation_call',
      'preparation',
      'preparation_talk',
      'reminder',
    ]
    expect(participant.map(id => [id, plan[id]?.when])).toEqual([
      ['save_the_date', 'merged'],
      ['paper_invitation', 'past'],
      ['invitation', 'Tue 12 Oct 2021 10:00'],
      ['invitation_repeat', 'past'],
      ['invitation_call', 'Tue 12 Oct 2021 10:00'],
      ['preparation', 'past'],
      ['preparation_talk', 'past'],
      ['reminder', 'merged'],
    ])
  })
  test('six days before: no repeat beside the reminder; the call is made on the last day before the event', () => {
    const plan = late('2021-10-08T12:00')
    expect(plan.invitation_repeat?.when).toBe('past')
    expect(plan.invitation_call?.when).toBe('Wed 13 Oct 2021 10:00')
  })
  test('during the day: that minute; in the evening: the next morning; on a Sunday: Monday', () => {
    expect(late('2021-10-04T11:23').invitation?.when).toBe('Mon 4 Oct 2021 11:23')
    expect(late('2021-10-04T18:00').invitation?.when).toBe('Tue 5 Oct 2021 10:00')
    expect(late('2021-10-10T12:00').invitation?.when).toBe('Mon 11 Oct 2021 10:00')
  })
  test('between two steps: the next one comes on its day and carries what was missed', () => {
    const plan = late('2021-09-25T12:00')
    expect(plan.save_the_date?.when).toBe('merged')
    expect(plan.invitation?.when).toBe('Thu 30 Sep 2021 10:00')
  })
  test('while a window is still open: at the first allowed moment inside it', () => {
    const plan = late('2021-09-18T14:00')
    expect(plan.save_the_date?.when).toBe('Mon 20 Sep 2021 10:00')
    expect(late('2021-10-01T15:00').invitation?.when).toBe('Fri 1 Oct 2021 15:00')
  })
  test('so late that no slot is left before the event: nothing is sent, a person phones', () => {
    const plan = planned('2021-10-11T09:00', { joinedAt: at('2021-10-10T12:00') })
    expect(plan.invitation?.when).toBe('no_allowed_moment')
    expect(plan.invitation_call?.when).toBe('Sun 10 Oct 2021 12:00')
  })
  test('after it began: nothing before or during, thanks and evaluation remain', () => {
    const plan = late('2021-10-14T15:00')
    expect([plan.invitation?.when, plan.reminder?.when, plan.invitation_call?.when]).toEqual([
      'past',
      'past',
      'past',
    ])
    expect(plan.thank_you?.when).toBe('Sat 16 Oct 2021 10:00')
  })
})

describe('slots', () => {
  test('who works gets the evening slot on weekdays, and everybody’s slot on Saturday', () => {
    const plan = planned('2021-10-14T14:00', { evening: true })
    expect(plan.invitation?.when).toBe('Thu 30 Sep 2021 18:00')
    expect(plan.invitation?.rule).toBe('2 weeks before start (G2); evening slot (G3)')
    expect(plan.thank_you?.when).toBe('Sat 16 Oct 2021 10:00')
  })
  test('the slot is on the clock where the event is', () => {
    const plan = planned('2021-10-14T14:00', {}, 'Asia/Kathmandu')
    expect(new Date(plan.reminder?.dueAt ?? 0).toISOString()).toBe('2021-10-12T04:15:00.000Z')
  })
})

describe('Belgian public holidays follow the Sunday rule when the setting is on', () => {
  test.each([
    [
      'reminder before 1 May',
      '2024-05-03T14:00',
      'reminder',
      'Tue 30 Apr 2024 10:00',
      'public holiday → Tuesday before',
    ],
    [
      'thank-you on 21 July',
      '2023-07-19T14:00',
      'thank_you',
      'Sat 22 Jul 2023 10:00',
      'public holiday → Saturday after',
    ],
    [
      'preparation on Ascension',
      '2024-05-13T14:00',
      'preparation',
      'Wed 8 May 2024 10:00',
      'public holiday → Wednesday before',
    ],
    [
      'invitation on Easter Monday',
      '2024-04-15T14:00',
      'invitation',
      'Sat 30 Mar 2024 10:00',
      'public holiday → Saturday before',
    ],
    [
      'reminder on Easter Monday: before it the window is over',
      '2024-04-03T14:00',
      'reminder',
      'Tue 2 Apr 2024 10:00',
      'public holiday → Tuesday after',
    ],
    [
      'preparation with no weekday left: the Saturday',
      '2024-04-04T14:00',
      'preparation',
      'Sat 30 Mar 2024 10:00',
      'Sunday → Saturday before',
    ],
  ])('%s', (_, start, step, when, rule) => {
    const plan = planned(start, { holidays: true })
    expect(plan[step]?.when).toBe(when)
    expect(plan[step]?.rule).toContain(rule)
  })
  test('and are days like others when it is off', () => {
    expect(planned('2024-05-03T14:00').reminder?.when).toBe('Wed 1 May 2024 10:00')
  })
})

test('what has left stays with its moment', () => {
  const left = at('2021-09-14T10:03')
  const step = planSteps(
    networkingEvent,
    { start: '2021-10-14T14:00', end: '2021-10-14T17:00', zone: BRUSSELS },
    {
      ...plain,
      joinedAt: at('2021-10-04T00:00'),
      left: { save_the_date: left },
    },
  )[0]
  expect(step).toMatchObject({ id: 'save_the_date', dueAt: left })
  expect(step?.skipped).toBeUndefined()
})

test('what is over is skipped once we say what time it is', () => {
  const plan = planned('2021-10-14T14:00', { now: at('2021-10-06T12:00') })
  expect([plan.save_the_date?.when, plan.invitation?.when]).toEqual(['past', 'past'])
  expect(plan.preparation?.when).toBe('Mon 11 Oct 2021 10:00')
})
