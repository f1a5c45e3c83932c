import { brokenPromises } from '../support/brokenPromises'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'

/** The event is on Tuesday 8 December at 14:00; the tests of one block are one month, in order. */
const at = (day: string, hour = '12:00') => Date.parse(`2026-${day}T${hour}:00+01:00`)
const path = `/campaigns/${CAMPAIGN}`

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const since = (name: string, day: string) => house.got(name, at(day, '08:00'))
const hourOf = (moment: number) =>
  new Date(moment).toLocaleTimeString('nl-BE', {
    timeZone: 'Europe/Brussels',
    hour: '2-digit',
    minute: '2-digit',
  })
const stateOf = async (name: string, step: string) =>
  (await house.rows(name)).find(({ key }) => key === `${CAMPAIGN}:${step}:${house.idOf(name)}`)

describe('7 November: the save-the-date', () => {
  beforeAll(() => house.wind(at('11-07')))

  test('everybody who agreed gets it in their language, on their first channel', async () => {
    expect(await house.got('Amina')).toEqual(['whatsapp ar networking-event:save_the_date'])
    expect(await house.got('Dawa')).toEqual(['sms nl networking-event:save_the_date'])
    expect(await house.got('Ousmane')).toEqual(['whatsapp fr networking-event:save_the_date'])
    expect(await house.got('Karim')).toEqual(['sms ar networking-event:save_the_date'])
  })

  test('partners get a message of their own', async () => {
    expect(await house.got('Lena')).toEqual(['whatsapp nl networking-event:partner_announcement'])
    await house.taps('Lena', 'yes')
    expect(await house.enrolment('Lena')).toMatchObject({ rsvp: 'yes' })
  })

  test('who was never asked and who stopped get nothing', async () => {
    expect(await house.got('Mireille')).toEqual([])
    expect(await house.got('Rachid')).toEqual([])
    expect((await stateOf('Mireille', 'save_the_date'))?.reason).toBe('no_consent')
    expect(await house.rows('Rachid')).toEqual([])
  })

  test('a tap, and digits of another script, are understood', async () => {
    await house.taps('Amina', 'yes')
    await house.writes('Amina', '١ ٣')
    expect(await house.enrolment('Amina')).toMatchObject({ rsvp: 'yes', needs: ['childcare', 'interpreter'] })
  })

  test('on SMS the number of a line is an answer', async () => {
    expect(house.last('Dawa').body).toMatch(/\n1 Ja\n2 Nee\n3 /)
    await house.writes('Dawa', '1')
    await house.writes('Dawa', '4')
    expect(await house.enrolment('Dawa')).toMatchObject({ rsvp: 'yes', needs: [] })
    expect((await house.got('Dawa')).at(-1)).toBe('sms nl save-the-date:done')
  })
})

describe('24 November: the invitation', () => {
  beforeAll(() => house.wind(at('11-24')))

  test('nonsense is asked again with numbers, then a typed word is understood', async () => {
    await house.writes('Amina', 'بلابلا')
    expect(house.last('Amina').body).toMatch(/1 نعم\n2 لا\n3 /)
    await house.writes('Amina', 'نعم')
    expect((await since('Amina', '11-24')).slice(0, 3)).toEqual([
      'whatsapp ar networking-event:invitation',
      'whatsapp ar rsvp:coming.ask',
      'whatsapp ar rsvp:companions.ask',
    ])
  })

  test('the language changes in the middle, and the same question comes in the new one', async () => {
    await house.writes('Amina', 'لغة')
    await house.taps('Amina', 'Nederlands')
    expect((await house.got('Amina')).slice(-2)).toEqual([
      'whatsapp ar language.ask',
      'whatsapp nl rsvp:companions.ask',
    ])
    await house.writes('Amina', 'twee')
    expect(await house.enrolment('Amina')).toMatchObject({ companions: 2 })
  })

  test('asking for a person gives staff a task at once; while a person talks the bot is silent, and then back', async () => {
    const asked = house.clock.now()
    await house.writes('Amina', 'mens')
    expect((await house.got('Amina')).at(-1)).toBe('whatsapp nl human')
    expect(house.last('Amina').createdAt - asked).toBeLessThan(60_000)
    const task = (await house.tasks('Amina')).find(({ kind }) => kind === 'handover')
    expect(task).toMatchObject({ state: 'open', reason: 'asked_for_person' })

    await house.takeOver('Amina')
    const before = await house.got('Amina')
    await house.writes('Amina', 'Kan ik later komen?')
    expect(await house.got('Amina')).toEqual(before)

    expect(await house.post(`${path}/tasks`, { task: task?._id ?? '' })).toBe(303)
    expect((await house.got('Amina')).slice(before.length)).toEqual(['whatsapp nl rsvp:children.ask'])
    await house.wind(house.clock.now() + 60_000)
    await house.writes('Amina', '1')
    await house.taps('Amina', 'company')
    expect(await house.enrolment('Amina')).toMatchObject({ companions: 2, children: 1, needs: ['company'] })
  })

  test('others answer in their own way: by words and digits on SMS, no, perhaps', async () => {
    for (const text of ['ja', '0', 'overslaan', '5']) await house.writes('Dawa', text)
    await house.taps('Ousmane', 'no')
    await house.taps('Gloria', 'maybe')
    await house.writes('Gloria', 'niets')
    for (const text of ['oui', 'passer', 'passer', 'passer']) await house.writes('Fatou', text)
    const said = await Promise.all(['Dawa', 'Ousmane', 'Gloria', 'Fatou'].map(name => house.enrolment(name)))
    expect(said.map(enrolment => enrolment?.rsvp)).toEqual(['yes', 'no', 'maybe', 'yes'])
    expect((await house.got('Ousmane')).at(-1)).toBe('whatsapp fr rsvp:declined')
  })

  test('who works in office hours is written to in the evening', async () => {
    await house.wind(at('11-24', '19:59'))
    expect(hourOf(house.last('Samuel').createdAt)).toBe('18:00')
  })

  test('who was never asked gets the one request that staff starts, once, and after a yes what still makes sense', async () => {
    await house.wind(at('11-25', '11:00'))
    for (const _ of ['once', 'twice'])
      expect(await house.post(`${path}/ask-consent`, { contact: house.idOf('Mireille') })).toBe(303)
    await house.wind(house.clock.now() + 60_000)
    expect(await house.got('Mireille')).toEqual(['whatsapp fr welcome-and-consent:agree.ask'])
    await house.taps('Mireille', 'yes')
    await house.taps('Mireille', 'français')
    await house.wind(house.clock.now() + 60_000)
    expect((await house.got('Mireille')).slice(1)).toEqual([
      'whatsapp fr welcome-and-consent:language.ask',
      'whatsapp fr welcome-and-consent:done',
      'whatsapp fr networking-event:invitation',
    ])
    const { consents } = (await house.contact('Mireille')) ?? {}
    expect(consents?.map(({ purpose, state, language, by }) => [purpose, state, language, by])).toEqual([
      ['C1', 'asked', 'fr', 'chat'],
      ['C1', 'given', 'fr', 'chat'],
    ])
  })

  test('STOP in Arabic: one confirmation, and everything that was planned is taken back', async () => {
    for (const name of ['Karim', 'Yousef']) {
      const before = (await house.got(name)).length
      await house.writes(name, 'توقف')
      await house.writes(name, 'توقف')
      expect((await house.got(name)).slice(before)).toEqual([expect.stringMatching(/ ar stopped$/)])
      const waiting = (await house.rows(name)).filter(({ state }) => state === 'planned')
      expect(waiting).toEqual([])
    }
  })
})

describe('28 November to 2 December: silence', () => {
  beforeAll(() => house.wind(at('12-02')))

  test('one repeat by the other channel, then a call for a person, with the reason', async () => {
    expect(await since('Blessing', '11-24')).toEqual([
      'whatsapp en networking-event:invitation',
      'sms en networking-event:invitation_repeat',
    ])
    const calls = (await house.tasks('Blessing')).filter(({ kind }) => kind === 'call')
    expect(calls).toMatchObject([{ reason: 'silent', state: 'open', dueAt: at('12-01', '10:00') }])
  })

  test('perhaps is asked again once; who answered is not, and nobody calls them', async () => {
    expect(await since('Gloria', '11-28')).toEqual(['sms nl networking-event:invitation_repeat'])
    for (const name of ['Amina', 'Dawa', 'Ousmane', 'Fatou']) {
      expect(await since(name, '11-28')).toEqual([])
      const calls = (await house.tasks(name)).filter(({ kind, state }) => kind === 'call' && state === 'open')
      expect(calls).toEqual([])
    }
  })

  test('after STOP nothing comes', async () => {
    for (const name of ['Karim', 'Yousef']) expect(await since(name, '11-26')).toEqual([])
  })

  test('START brings back what still lies ahead, to who said it only', async () => {
    await house.writes('Karim', 'ابدأ')
    expect(await since('Karim', '11-26')).toEqual(['sms ar started'])
    expect((await stateOf('Karim', 'reminder'))?.state).toBe('planned')
    expect((await stateOf('Yousef', 'reminder'))?.state).toBe('cancelled')
  })
})

describe('4 and 5 December: preparation and reminder', () => {
  test('those who come, or perhaps, prepare; who said no or nothing is left alone', async () => {
    await house.wind(at('12-04'))
    const asked = ['whatsapp nl networking-event:preparation']
    expect(await since('Amina', '12-04')).toEqual(asked)
    expect(await since('Gloria', '12-04')).toEqual(asked)
    for (const name of ['Ousmane', 'Blessing', 'Karim', 'Yousef', 'Mireille'])
      expect(await since(name, '12-04')).toEqual([])
  })

  test('the answers come back as a list of their own', async () => {
    for (const text of ['de bakker', 'Welke uren werk ik?']) await house.writes('Amina', text)
    for (const choice of ['ready', 'bike']) await house.taps('Amina', choice)
    expect(house.last('Amina').body).toContain('de bakker')
    expect(house.last('Amina').body).toContain('Welke uren werk ik?')
    const replies = await house.replies('Amina')
    expect(replies.find(({ dialog }) => dialog === 'preparation')).toMatchObject({
      complete: true,
      answers: { employer: 'de bakker', question: 'Welke uren werk ik?', bring: 'ready', travel: 'bike' },
    })
  })

  test('the reminder goes by SMS on Saturday, to everybody but who said no or stopped', async () => {
    await house.wind(at('12-05', '13:00'))
    const reminded = ['Amina', 'Dawa', 'Gloria', 'Fatou', 'Karim', 'Blessing']
    for (const name of reminded)
      expect(await since(name, '12-05')).toEqual([
        expect.stringMatching(/^sms .* networking-event:reminder$/),
      ])
    for (const name of ['Samuel', 'Mireille'])
      expect(await since(name, '12-05')).toEqual([
        expect.stringMatching(/^whatsapp .* networking-event:reminder$/),
      ])
    for (const name of ['Ousmane', 'Yousef', 'Rachid']) expect(await since(name, '12-05')).toEqual([])
  })

  test('the reminder takes a no', async () => {
    await house.writes('Fatou', 'non')
    expect((await house.got('Fatou')).at(-1)).toBe('sms fr reminder:declined')
    expect(await house.enrolment('Fatou')).toMatchObject({ rsvp: 'no' })
  })
})

describe('8 December and after: thanks and questions', () => {
  test('nobody is thanked before somebody was there', async () => {
    await house.wind(at('12-08', '18:00'))
    expect(await house.post(`${path}/attendance`, { all: 'yes' })).toBe(303)
    await house.wind(at('12-10', '13:00'))
    for (const name of ['Amina', 'Dawa'])
      expect((await since(name, '12-08')).map(said => said.split(' ')[2])).toEqual([
        'networking-event:thank_you',
        'networking-event:evaluation',
      ])
    for (const name of ['Ousmane', 'Fatou', 'Blessing', 'Gloria', 'Karim'])
      expect(await since(name, '12-08')).toEqual([])
    expect(await since('Lena', '12-08')).toEqual(['whatsapp nl networking-event:partner_evaluation'])
  })

  test('the evaluation is answered by tap, face, number, word and skip, and only the mark stays', async () => {
    await house.taps('Amina', 'start')
    for (const text of ['5', '😀', '1 3', 'overslaan', 'ja', 'ja', 'Het was fijn'])
      await house.writes('Amina', text)
    expect((await house.got('Amina')).at(-1)).toBe('whatsapp nl participant-survey:done')
    expect((await house.enrolment('Amina'))?.evaluations).toEqual({ 'E-02': 'answered' })
    expect((await house.contact('Amina'))?.consents.at(-1)).toMatchObject({ purpose: 'C4', state: 'given' })
  })

  test('silence is asked once more, an answer is not', async () => {
    await house.wind(at('12-23'))
    expect(await since('Amina', '12-11')).toEqual([
      'whatsapp nl networking-event:reflection',
      'whatsapp nl reflection:start.ask',
    ])
    expect(await since('Dawa', '12-11')).toEqual([
      'sms nl networking-event:evaluation_repeat',
      'sms nl networking-event:reflection',
      'sms nl reflection:start.ask',
    ])
    expect(await since('Lena', '12-11')).toEqual(['whatsapp nl networking-event:partner_follow_up'])
  })

  test('one answer is never printed', async () => {
    const { collection } = house.documents
    expect(await collection('evaluations').get(`${CAMPAIGN}:E-02`)).toMatchObject({
      state: 'closed',
      sealed: 0,
    })
    for (const name of ['ledger', 'replies', 'texts'] as const)
      expect(await collection(name).list({})).toEqual([])
  })
})

describe('over the whole month', () => {
  test('nothing was sent twice, lost, left waiting, or sent as free text outside the 24 hours', async () => {
    const now = house.clock.now()
    expect(await brokenPromises({ documents: house.documents, emulator: house.emulator, now })).toEqual([])
  })

  test('who stopped long ago never got a word', () => {
    expect(house.phone('Rachid')).toEqual([])
  })

  test('nothing went wrong that the log knows of', () => {
    expect(house.lines.filter(line => JSON.parse(line).level >= 50)).toEqual([])
  })

  test('the staff page tells who comes, who is called and what people said, and nothing of the evaluation', async () => {
    const page = await house.page(path)
    for (const fact of [
      'Jobcafé Oostende',
      'de bakker',
      'Welke uren werk ik?',
      'Questions to participants',
      'Blessing',
      'Mireille',
    ])
      expect(page).toContain(fact)
    expect(page).not.toContain('Het was fijn')
  })

  test('the same again from what is stored, in a new process, sends nothing', async () => {
    const before = house.emulator.messages().length
    await house.restart()
    await house.settle()
    expect(house.emulator.messages().length).toBe(before)
  })
})
