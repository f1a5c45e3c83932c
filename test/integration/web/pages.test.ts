import { CAMPAIGN, type House, openHouse, somebody } from '../../support/openHouse'

const EVIL = '<script>alert(1)</script>"\'&\u202e'
const PEOPLE = [
  somebody('Amina', { language: 'ar' }),
  somebody(EVIL, { channels: ['sms'] }),
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

const visit: House['visit'] = (path, form, asked) => house.visit(path, form, { language: 'nl', ...asked })
const read = async (path: string) => (await visit(path)).html
const said = async (path: string, language = 'nl') => (await visit(path, undefined, { language })).words

describe('what is on a page', () => {
  beforeAll(opens)
  afterAll(closes)

  test('nothing inline, nothing from elsewhere, in no frame', async () => {
    const { headers, html } = await visit(PATH)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(html).not.toMatch(
      /\sstyle=|\son\w+=|<style|<script(?! src="\/assets\/[\w.-]+" defer><\/script>)|javascript:/,
    )
    const elsewhere = [...html.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(([, url]) => url)
    expect(elsewhere).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/phones$/)])
  })

  test('it comes packed to a browser that can unpack it, and as it is to one that cannot', async () => {
    const asIs = await visit(PATH, undefined, { headers: { 'accept-encoding': 'identity' } })
    const packed = await visit(PATH, undefined, { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(asIs.headers.get('content-encoding')).toBeNull()
    expect(packed.words).toBe(asIs.words)
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
    const { html, words } = await visit(PATH)
    expect(html).not.toContain('<img')
    expect(words).toContain('&lt;img src=x onerror=alert(1)>')
    expect(words).not.toContain('bus_or_tram')
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
    expect(await said(PATH, language)).toContain(title)
  })

  test('once chosen it holds for the next pages', async () => {
    const chosen = await visit(`${PATH}?language=fr`)
    const keeps = ({ headers }: { headers: Headers }) =>
      headers.getSetCookie().find(one => one.startsWith('language='))
    const cookie = keeps(chosen)
    expect(cookie).toMatch(/^language=fr;.*HttpOnly; SameSite=Lax/)
    const headers = { cookie: cookie?.split(';')[0] ?? '' }
    expect((await visit(`${PATH}/cancel`, undefined, { headers })).html).toContain('lang="fr"')
    expect(keeps(await visit(`${PATH}?language=xx`))).toBeUndefined()
  })

  test('no rule, code or key is left in what staff reads', async () => {
    await house.wind(at('12-02'))
    for (const language of ['nl', 'fr', 'en']) {
      const words = await said(PATH, language)
      expect(words).not.toMatch(/\(G\d|web:|\{\{|undefined|NaN|not_sent|save_the_date|invitation_/)
      if (language !== 'en') expect(words).not.toMatch(/before start|after end|Sunday/)
    }
  })
})

describe('a form', () => {
  beforeAll(opens)
  afterAll(closes)

  const attended = () => house.enrolment('Amina').then(enrolment => enrolment?.attended)
  const form = { contact: 'demo-1', attended: 'yes', seen: '' }

  test.each<[string, Record<string, string>]>([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['of an old browser, from elsewhere', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['of an old browser, from nowhere', { 'sec-fetch-site': '', origin: 'null' }],
  ])('is refused %s', async (_, headers) => {
    expect((await visit(`${PATH}/attendance`, form, { headers })).status).toBe(403)
    expect(await attended()).toBeUndefined()
  })

  test.each([
    ['attendance', {}],
    ['attendance', { contact: 'demo-1', attended: 'perhaps' }],
    ['ask-consent', { contact: '' }],
    ['tasks', {}],
  ])('that is not complete changes nothing and says so: %s %j', async (deed, fields) => {
    const { status, html } = await visit(`${PATH}/${deed}`, fields as Record<string, string>)
    expect(status).toBe(422)
    expect(html).toContain('role="alert"')
    expect(html).toContain(`href="${PATH}"`)
    expect(await attended()).toBeUndefined()
  })

  test('that is far too large is refused in words', async () => {
    const { status, words } = await visit(`${PATH}/tasks`, { task: 'x'.repeat(70_000) })
    expect([status, words.includes('Dit is te groot.')]).toEqual([413, true])
  })

  test('about somebody who is not there says so', async () => {
    const { status, words } = await visit(`${PATH}/attendance`, {
      contact: 'nobody',
      attended: 'yes',
      seen: '',
    })
    expect([status, words.includes('Deze persoon staat niet meer in de lijst.')]).toEqual([404, true])
  })

  test('is taken of an old browser, from here', async () => {
    const headers = { 'sec-fetch-site': '', origin: house.publicUrl }
    expect((await visit(`${PATH}/attendance`, form, { headers })).status).toBe(303)
    expect(await attended()).toBe(true)
  })

  test('sends on to the place on the page, and sent twice it is done once', async () => {
    expect((await visit(`${PATH}/attendance`, form)).to).toBe(`${PATH}#person-demo-1`)
    expect((await visit(`${PATH}/attendance`, form)).status).toBe(303)
    for (let twice = 0; twice < 2; twice++)
      expect((await visit(`${PATH}/ask-consent`, { contact: house.idOf('Mireille') })).status).toBe(303)
    expect(house.phone('Mireille').length).toBe(1)
    expect((await visit(`${PATH}/attendance`, { all: 'yes' })).to).toBe(`${PATH}?done=attendance`)
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
    const { status, words } = await visit(path)
    expect([status, words.includes(sentence)]).toEqual([404, true])
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
      expect((await visit(`${PATH}/tasks`, fields)).to).toMatch(/^\/campaigns\/jobcafe(\?done=\d+)?#\w+$/)
    expect(await house.documents.collection('tasks').count({ kind: 'letter', state: 'open' })).toBe(0)
  })

  test('who asks for a person stands first, with the number to call and why', async () => {
    await house.wind(at('11-24'))
    await house.writes('Amina', 'إنسان')
    const words = await said(PATH)
    expect(words).toMatch(
      /Taken nog \d.*Vraagt om een mens 1 Amina Vroeg om met een mens te praten.*0470 00 00 01/,
    )
    expect(words).not.toContain('asked_for_person')
  })

  test('what lies ahead is for later, and an event that has begun needs no call', async () => {
    expect(await said(PATH)).toContain('Niets te doen. De rest vertrekt vanzelf.')
    await house.wind(at('12-03'))
    expect(await said(PATH)).toContain('Bel wie stil is')
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
    expect(await said(`${PATH}?people=no`)).toContain('Niemand in deze lijst.')
  })

  test('a question is asked with its event, an answer is said in the reader’s words', async () => {
    await house.wind(at('11-24'))
    await house.taps('Amina', 'no')
    expect(await said(PATH, 'en')).toMatch(/You are welcome at .+ on Tuesday 8 December .*Will you come\? No/)
  })

  test('presence is asked for once the event has begun', async () => {
    expect(await read(PATH)).not.toContain(`${PATH}/attendance`)
    await house.wind(at('12-09'))
    expect(await read(PATH)).toContain(`${PATH}/attendance`)
  })
})
