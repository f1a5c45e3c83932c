import type { DemoPerson } from '../../../src/practice/people'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

const person = (name: string, over: Partial<DemoPerson> = {}): DemoPerson => ({
  name,
  language: 'nl',
  channels: ['whatsapp', 'sms'],
  audience: 'participant',
  standing: 'agreed',
  ...over,
})
const EVIL = '<script>alert(1)</script>"\'&\u202e'
const PEOPLE = [
  person('Amina', { language: 'ar' }),
  person(EVIL, { channels: ['sms'] }),
  person('Mireille', { standing: 'not_asked' }),
  person('Lena', { audience: 'partner', channels: ['whatsapp'] }),
]
const PATH = `/campaigns/${CAMPAIGN}`
const at = (day: string) => Date.parse(`2026-${day}T12:00:00+01:00`)

let house: House
const opens = async () => {
  house = await openHouse({ people: PEOPLE })
}
const closes = () => house.close()

type Headers = Record<string, string>
const visit = async (path: string, headers: Headers = {}) =>
  fetch(`${house.publicUrl}${path}`, {
    headers: { 'accept-language': 'nl', ...headers, cookie: await cookies(headers) },
    redirect: 'manual',
  })
/** A coordinator who is signed in, with what else the browser keeps. */
const cookies = async ({ cookie = '' }: Headers) => `${await house.signIn()}; ${cookie}`
const read = async (path: string, headers: Headers = {}) => (await visit(path, headers)).text()
async function post(
  path: string,
  fields: [string, string][] | Record<string, string>,
  headers: Headers = {},
) {
  const response = await fetch(`${house.publicUrl}${path}`, {
    method: 'POST',
    headers: {
      'accept-language': 'nl',
      'sec-fetch-site': 'same-origin',
      ...headers,
      cookie: await cookies(headers),
    },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  const text = await response.text()
  await house.settle()
  return { status: response.status, to: response.headers.get('location'), text }
}
const move = async (start: string, end: string, version?: number) =>
  post(`${PATH}/move`, { version: String(version ?? (await house.campaign()).version), start, end })

/** What a reader sees, without the markup. */
const words = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('what is on a page', () => {
  beforeAll(opens)
  afterAll(closes)

  test('nothing inline, nothing from elsewhere, in no frame', async () => {
    const response = await visit(PATH)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    const html = await response.text()
    expect(html).not.toMatch(
      /\sstyle=|\son\w+=|<style|<script(?! src="\/assets\/[\w.-]+" defer><\/script>)|javascript:/,
    )
    const elsewhere = [...html.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(([, url]) => url)
    expect(elsewhere).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/phones$/)])
  })

  test('a name is a name: nothing in it is ever markup, and its direction stays its own', async () => {
    const html = await read(PATH)
    expect(html).not.toContain('<script>')
    expect(html).toContain('<bdi>&lt;script>alert(1)&lt;/script>')
  })

  test('what people write is shown as they wrote it', async () => {
    await house.wind(at('12-04'))
    await house.documents.collection('namedReplies').insert({
      _id: 'run',
      organisation: 'demo',
      contact: house.idOf('Amina'),
      campaign: CAMPAIGN,
      dialog: 'preparation',
      version: 1,
      answers: { employer: '<img src=x onerror=alert(1)>', travel: 'bus_or_tram' },
      skipped: [],
      complete: false,
      at: house.clock.now(),
      turn: 1,
    })
    const html = await read(PATH)
    expect(html).not.toContain('<img')
    expect(words(html)).toContain('&lt;img src=x onerror=alert(1)>')
    expect(words(html)).not.toContain('bus_or_tram')
  })

  test('intake, feedback on a person and evaluation are not shown here, and not their questions', async () => {
    const reply = { organisation: 'demo', contact: house.idOf('Amina'), campaign: CAMPAIGN, version: 1 }
    const more = { skipped: [], complete: true, at: 1, turn: 1 }
    const secret = (dialog: string, answers: object) =>
      house.documents
        .collection('namedReplies')
        .insert({ ...reply, ...more, _id: dialog, dialog, answers } as never)
    await secret('intake', { origin: 'Atlantis', diploma: 'primary' })
    await secret('reflection', { difficult: 'Alles ging mis' })
    await secret('partner-follow-up', { chances: 'geen kans' })
    const html = await read(PATH)
    expect(html).not.toMatch(/Atlantis|diploma|Alles ging mis|geen kans/i)
  })

  test('a page is small, and its sheets are there', async () => {
    const html = await read(PATH)
    const sheets = [...html.matchAll(/stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '')
    expect(sheets.length).toBeGreaterThan(3)
    const sizes = await Promise.all(sheets.map(async href => (await read(href)).length))
    expect(sizes.every(size => size > 100)).toBe(true)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(36_000)
    expect(html.length).toBeLessThan(60_000)
    const face = /url\("([^"]+)"\)/.exec(await read('/assets/fonts.css'))?.[1]
    expect((await visit(`/assets/${face}`)).status).toBe(200)
  })
})

describe('languages', () => {
  beforeAll(opens)
  afterAll(closes)

  test.each([
    ['nl', 'Stap per stap'],
    ['fr-BE,fr;q=0.9', 'Étape par étape'],
    ['en-US', 'Step by step'],
    ['uk', 'Stap per stap'],
  ])('a browser that asks for %s', async (language, title) => {
    expect(await read(PATH, { 'accept-language': language })).toContain(title)
  })

  test('once chosen it holds for the next pages', async () => {
    const chosen = await visit(`${PATH}?language=fr`)
    const keeps = (response: Response) =>
      response.headers.getSetCookie().find(one => one.startsWith('language='))
    const cookie = keeps(chosen)
    expect(cookie).toMatch(/^language=fr;.*HttpOnly; SameSite=Lax/)
    expect(await read(`${PATH}/cancel`, { cookie: cookie?.split(';')[0] ?? '' })).toContain('lang="fr"')
    expect(keeps(await visit(`${PATH}?language=xx`))).toBeUndefined()
  })

  test('no rule, code or key is left in what staff reads', async () => {
    await house.wind(at('12-02'))
    for (const language of ['nl', 'fr', 'en']) {
      const said = words(await read(PATH, { 'accept-language': language }))
      expect(said).not.toMatch(/\(G\d|web:|\{\{|undefined|NaN|not_sent|save_the_date|invitation_/)
      if (language !== 'en') expect(said).not.toMatch(/before start|after end|Sunday/)
    }
  })
})

describe('a form', () => {
  beforeAll(opens)
  afterAll(closes)

  const attended = () => house.enrolment('Amina').then(enrolment => enrolment?.attended)
  const form = { contact: 'demo-1', attended: 'yes' }

  test.each<[string, Headers]>([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['of an old browser, from elsewhere', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['of an old browser, from nowhere', { 'sec-fetch-site': '', origin: 'null' }],
  ])('is refused %s', async (_, headers) => {
    expect((await post(`${PATH}/attendance`, form, headers)).status).toBe(403)
    expect(await attended()).toBeUndefined()
  })

  test.each([
    ['attendance', {}],
    ['attendance', { contact: 'demo-1', attended: 'perhaps' }],
    ['ask-consent', { contact: '' }],
    ['tasks', {}],
  ])('that is not complete changes nothing and says so: %s %j', async (deed, fields) => {
    const { status, text } = await post(`${PATH}/${deed}`, fields as Record<string, string>)
    expect(status).toBe(422)
    expect(text).toContain('role="alert"')
    expect(text).toContain(`href="${PATH}"`)
    expect(await attended()).toBeUndefined()
  })

  test('that is far too large is refused in words', async () => {
    const { status, text } = await post(`${PATH}/tasks`, { task: 'x'.repeat(70_000) })
    expect([status, words(text).includes('Dit is te groot.')]).toEqual([413, true])
  })

  test('about somebody who is not there says so', async () => {
    const { status, text } = await post(`${PATH}/attendance`, { contact: 'nobody', attended: 'yes' })
    expect([status, words(text).includes('Deze persoon staat niet meer in de lijst.')]).toEqual([404, true])
  })

  test('is taken of an old browser, from here', async () => {
    const headers = { 'sec-fetch-site': '', origin: house.publicUrl }
    expect((await post(`${PATH}/attendance`, form, headers)).status).toBe(303)
    expect(await attended()).toBe(true)
  })

  test('sends on to the place on the page, and sent twice it is done once', async () => {
    expect((await post(`${PATH}/attendance`, form)).to).toBe(`${PATH}#person-demo-1`)
    expect((await post(`${PATH}/attendance`, form)).status).toBe(303)
    for (let twice = 0; twice < 2; twice++)
      expect((await post(`${PATH}/ask-consent`, { contact: house.idOf('Mireille') })).status).toBe(303)
    expect(house.phone('Mireille').length).toBe(1)
    expect((await post(`${PATH}/attendance`, { all: 'yes' })).to).toBe(`${PATH}?done=attendance`)
  })
})

describe('what is not there', () => {
  beforeAll(opens)
  afterAll(closes)

  test.each([
    ['/campaigns/none', 'Deze campagne bestaat niet meer.'],
    ['/campaigns/none/move', 'Deze campagne bestaat niet meer.'],
    ['/nothing/here', 'Deze pagina bestaat niet (meer).'],
  ])('%s', async (path, sentence) => {
    const response = await visit(path)
    expect([response.status, words(await response.text()).includes(sentence)]).toEqual([404, true])
  })

  test('an address that is none is refused, and is not our fault', async () => {
    expect((await visit('/campaigns/%E0%A4%A')).status).toBe(400)
    expect(house.lines.filter(line => JSON.parse(line).level >= 50)).toEqual([])
  })
})

describe('tasks', () => {
  beforeEach(opens)
  afterEach(closes)

  test('a pile of letters is done at once, one by one, and twice', async () => {
    await house.wind(at('11-23'))
    const letters = await house.documents.collection('tasks').list({ kind: 'letter', state: 'open' })
    expect(letters.length).toBe(3)
    const fields = letters.map(({ _id }): [string, string] => ['task', _id])
    for (let twice = 0; twice < 2; twice++)
      expect((await post(`${PATH}/tasks`, fields)).to).toMatch(/^\/campaigns\/jobcafe(\?done=\d+)?#\w+$/)
    expect(await house.documents.collection('tasks').count({ kind: 'letter', state: 'open' })).toBe(0)
  })

  test('who asks for a person stands first, with the number to call and why', async () => {
    await house.wind(at('11-24'))
    await house.writes('Amina', 'إنسان')
    const said = words(await read(PATH))
    expect(said).toMatch(
      /Taken nog \d.*Vraagt om een mens 1 Amina Vroeg om met een mens te praten.*0470 00 00 01/,
    )
    expect(said).not.toContain('asked_for_person')
  })

  test('what lies ahead is for later, and an event that has begun needs no call', async () => {
    expect(words(await read(PATH))).toContain('Niets te doen. De rest vertrekt vanzelf.')
    await house.wind(at('12-03'))
    expect(words(await read(PATH))).toContain('Bel wie stil is')
    expect(await read('/today')).toContain('invitation_call:demo-1"')
    await house.wind(at('12-09'))
    for (const page of [PATH, '/today']) expect(await read(page)).not.toContain('invitation_call:demo-1"')
  })
})

describe('people', () => {
  beforeEach(opens)
  afterEach(closes)

  test('a filter shows those, says how many, and an unknown one shows all', async () => {
    await house.wind(at('11-24'))
    await house.taps('Amina', 'yes')
    const rows = async (filter: string) =>
      [...(await read(`${PATH}?people=${filter}`)).matchAll(/id="person-(demo-\d)"/g)].map(([, id]) => id)
    expect(await rows('yes')).toEqual(['demo-1'])
    expect(await rows('not_asked')).toEqual(['demo-3'])
    expect((await rows('toString')).length).toBe(4)
    expect(words(await read(`${PATH}?people=no`))).toContain('Niemand in deze lijst.')
  })

  test('a question is asked with its event, an answer is said in the reader’s words', async () => {
    await house.wind(at('11-24'))
    await house.taps('Amina', 'no')
    const said = words(await read(PATH, { 'accept-language': 'en' }))
    expect(said).toMatch(/You are welcome at .+ on Tuesday 8 December .*Will you come\? No/)
  })

  test('presence is asked for once the event has begun', async () => {
    expect(await read(PATH)).not.toContain(`${PATH}/attendance`)
    await house.wind(at('12-09'))
    expect(await read(PATH)).toContain(`${PATH}/attendance`)
  })
})

const preview = (date: string, from = '14:00', to = '17:00') =>
  visit(`${PATH}/move?date=${date}&from=${from}&to=${to}`)

describe('a date that is asked for', () => {
  beforeAll(opens)
  afterAll(closes)

  test('the same date again is no change', async () => {
    expect(words(await (await preview('2026-12-08')).text())).toContain('Er verandert niets.')
  })

  test.each<[string, [string, string?, string?], number, string]>([
    ['a day that is past', ['2026-11-02'], 422, 'Die dag is al voorbij.'],
    ['an end before the begin', ['2026-12-10', '17:00', '14:00'], 422, 'Het einde komt na het begin.'],
    ['no date', ['soon'], 422, 'De datum of het uur klopt niet.'],
    ['a day that does not exist', ['2026-02-30'], 422, 'De datum of het uur klopt niet.'],
  ])('%s is told beside the form, and nothing is offered', async (_, [date, from, to], status, sentence) => {
    const response = await preview(date, from, to)
    const html = await response.text()
    expect([response.status, words(html).includes(sentence)]).toEqual([status, true])
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
    const said = words(await (await preview('2026-12-15')).text())
    expect(said).toContain('Niemand krijgt een bericht.')
    expect(said).toContain('Verplaats, zonder bericht')
    await move('2026-12-15T14:00', '2026-12-15T17:00')
    await house.wind(at('11-05'))
    expect(await told()).toBe(0)
  })

  test('as many as it says get the message', async () => {
    await house.wind(at('11-24'))
    const before = await house.campaign()
    const said = words(await (await preview('2026-12-15')).text())
    expect(said).toMatch(/3 mensen krijgen de nieuwe datum in een bericht, vanaf di 24 nov, 12:0\d\./)
    expect(said).toContain('1 mens hoorde nog niets of wil geen berichten, en krijgt niets.')
    expect(said).toContain('Verplaats en laat het 3 mensen weten')
    expect(said).toContain('Wat al op een telefoon staat, kan je niet terughalen.')
    expect(await house.campaign()).toEqual(before)
    expect(await told()).toBe(0)

    const sent = await move('2026-12-15T14:00', '2026-12-15T17:00', before.version)
    expect([sent.status, sent.to]).toEqual([303, `${PATH}?done=moved`])
    expect(await told()).toBe(3)
    expect(words(await read(`${PATH}?done=moved`))).toContain('De activiteit is verplaatst.')
  })

  test('the same for a cancellation, which can be sent twice', async () => {
    await house.wind(at('11-24'))
    expect(words(await read(`${PATH}/cancel`))).toContain('Gelast af en laat het 3 mensen weten')
    const { version } = await house.campaign()
    for (let twice = 0; twice < 2; twice++)
      expect((await post(`${PATH}/cancel`, { version: String(version) })).to).toBe(`${PATH}?done=cancelled`)
    expect(await told()).toBe(3)
    const html = await read(PATH)
    expect(words(html)).toContain('Afgelast')
    expect(html).not.toContain(`${PATH}/move"`)
    expect((await visit(`${PATH}/cancel`)).status).toBe(303)
  })

  test('who was faster is told of, with what was filled in still there', async () => {
    const { version } = await house.campaign()
    expect((await move('2026-12-15T14:00', '2026-12-15T17:00', version)).status).toBe(303)
    expect((await move('2026-12-15T14:00', '2026-12-15T17:00', version)).status).toBe(303)
    const late = await move('2026-12-17T10:00', '2026-12-17T12:00', version)
    expect(late.status).toBe(409)
    expect(words(late.text)).toContain('Iemand anders veranderde deze campagne net.')
    expect(late.text).toContain('value="2026-12-17"')
    expect((await house.campaign()).event.start).toBe('2026-12-15T14:00')
    expect((await post(`${PATH}/cancel`, { version: String(version) })).status).toBe(409)
    expect((await house.campaign()).state).toBe('running')
  })
})
