import { CAMPAIGN, type House, openHouse, somebody } from '../../support/openHouse'

const PEOPLE = [
  somebody('Amina', { language: 'ar' }),
  somebody('Dawa', { channels: ['sms'] }),
  somebody('Mireille', { standing: 'not_asked' }),
  somebody('Lena', { audience: 'partner', channels: ['whatsapp'] }),
]
const PATH = `/campaigns/${CAMPAIGN}`
const at = (day: string) => Date.parse(`2026-${day}T12:00:00+01:00`)

let house: House
const opens = async () => {
  house = await openHouse({ people: PEOPLE })
}
const closes = () => house.close()

const visit: House['visit'] = (path, form) => house.visit(path, form, { language: 'nl' })
const move = async (start: string, end: string, version?: number) =>
  visit(`${PATH}/move`, { version: String(version ?? (await house.campaign()).version), start, end })
const preview = (date: string, from = '14:00', to = '17:00') =>
  visit(`${PATH}/move?date=${date}&from=${from}&to=${to}`)

describe('a date that is asked for', () => {
  beforeAll(opens)
  afterAll(closes)

  test('the same date again is no change', async () => {
    expect((await preview('2026-12-08')).words).toContain('Er verandert niets.')
  })

  test.each<[string, [string, string?, string?], number, string]>([
    ['a day that is past', ['2026-11-02'], 422, 'Die dag is al voorbij.'],
    ['an end before the begin', ['2026-12-10', '17:00', '14:00'], 422, 'Het einde komt na het begin.'],
    ['no date', ['soon'], 422, 'De datum of het uur klopt niet.'],
    ['a day that does not exist', ['2026-02-30'], 422, 'De datum of het uur klopt niet.'],
  ])('%s is told beside the form, and nothing is offered', async (_, [date, from, to], status, sentence) => {
    const { status: answered, html, words } = await preview(date, from, to)
    expect([answered, words.includes(sentence)]).toEqual([status, true])
    expect(html).toContain('role="alert"')
    expect(html).not.toContain('method="post" action="/campaigns/jobcafe/move"')
  })
})

describe('a change names how many people it touches', () => {
  beforeEach(opens)
  afterEach(closes)

  const told = async () => {
    const rows = await house.documents.collection('outbox').list({ campaign: CAMPAIGN })
    return rows.filter(({ step }) => step === 'event_moved' || step === 'event_cancelled').length
  }

  test('before anything has left nobody gets a message', async () => {
    const { words } = await preview('2026-12-15')
    expect(words).toContain('Niemand krijgt een bericht.')
    expect(words).toContain('Verplaats, zonder bericht')
    await move('2026-12-15T14:00', '2026-12-15T17:00')
    await house.wind(at('11-05'))
    expect(await told()).toBe(0)
  })

  test('as many as it says get the message', async () => {
    await house.wind(at('11-24'))
    const before = await house.campaign()
    const { words } = await preview('2026-12-15')
    expect(words).toMatch(/3 mensen krijgen de nieuwe datum in een bericht, vanaf di 24 nov, 12:0\d\./)
    expect(words).toContain('1 mens hoorde nog niets of wil geen berichten, en krijgt niets.')
    expect(words).toContain('Verplaats en laat het 3 mensen weten')
    expect(words).toContain('Wat al op een telefoon staat, kan je niet terughalen.')
    expect(await house.campaign()).toEqual(before)
    expect(await told()).toBe(0)

    const sent = await move('2026-12-15T14:00', '2026-12-15T17:00', before.version)
    expect([sent.status, sent.to]).toEqual([303, `${PATH}?done=moved`])
    expect(await told()).toBe(3)
    expect((await visit(`${PATH}?done=moved`)).words).toContain('De activiteit is verplaatst.')
  })

  test('the same for a cancellation, which can be sent twice', async () => {
    await house.wind(at('11-24'))
    expect((await visit(`${PATH}/cancel`)).words).toContain('Gelast af en laat het 3 mensen weten')
    const { version } = await house.campaign()
    for (let twice = 0; twice < 2; twice++)
      expect((await visit(`${PATH}/cancel`, { version: String(version) })).to).toBe(`${PATH}?done=cancelled`)
    expect(await told()).toBe(3)
    const { html, words } = await visit(PATH)
    expect(words).toContain('Afgelast')
    expect(html).not.toContain(`${PATH}/move"`)
    expect((await visit(`${PATH}/cancel`)).status).toBe(303)
  })

  test('who was faster is told of, with what was filled in still there', async () => {
    const { version } = await house.campaign()
    expect((await move('2026-12-15T14:00', '2026-12-15T17:00', version)).status).toBe(303)
    expect((await move('2026-12-15T14:00', '2026-12-15T17:00', version)).status).toBe(303)
    const late = await move('2026-12-17T10:00', '2026-12-17T12:00', version)
    expect(late.status).toBe(409)
    expect(late.words).toContain('Iemand anders veranderde deze campagne net.')
    expect(late.html).toContain('value="2026-12-17"')
    expect((await house.campaign()).event.start).toBe('2026-12-15T14:00')
    expect((await visit(`${PATH}/cancel`, { version: String(version) })).status).toBe(409)
    expect((await house.campaign()).state).toBe('running')
  })
})
