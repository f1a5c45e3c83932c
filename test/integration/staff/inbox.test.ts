import type { Role } from '../../../src/domain/staff'
import { type House, openHouse } from '../../support/openHouse'

const HOUR = 3_600_000
let house: House
/** Somebody else for each test. */
const NAMES = ['Gloria', 'Ada', 'Bea', 'Cas', 'Dre', 'Eva', 'Fay', 'Gus', 'Hans', 'Ina', 'Jo'] as const
beforeAll(async () => {
  house = await openHouse({
    people: NAMES.map(name => ({
      name,
      language: 'nl',
      channels: ['whatsapp', 'sms'],
      audience: 'participant',
      standing: 'agreed',
    })),
  })
  await house.wind(Date.parse('2026-11-24T12:00:00Z'))
})
afterAll(() => house.close())

const path = (name: string) => `/inbox/${house.idOf(name)}`
const thread = (name: string) => house.documents.collection('threads').get(house.idOf(name))
const page = (name: string) => house.page(path(name))
let made = 0
const answer = (name: string, text: string, over: Record<string, string> = {}) =>
  house.post(path(name), {
    do: 'answer',
    key: `form-key-${++made}`,
    way: 'text',
    language: 'nl',
    seen: String(house.clock.now()),
    text,
    ...over,
  })
const seen = () => String(house.clock.now())
const leave = (name: string, to: 'bot' | 'closed', at = seen()) =>
  house.post(path(name), { do: 'leave', to, seen: at })
const as = (role: Role, to: string, fields: Record<string, string>) => house.visit(to, fields, { role })
const waits = async (name: string) => (await house.page('/inbox')).includes(`/inbox/${house.idOf(name)}#`)

test('who asks for a person waits; the first answer takes over, the bot is silent, and hands on where it was', async () => {
  await house.writes('Gloria', 'mens')
  expect(await thread('Gloria')).toMatchObject({ place: 'waiting' })
  expect(await waits('Gloria')).toBe(true)
  expect(await answer('Gloria', 'Dag, zeg maar.')).toBe(303)
  await house.wind(house.clock.now() + 60_000)
  expect(house.last('Gloria').body).toBe('Dag, zeg maar.')
  expect(await thread('Gloria')).toMatchObject({ place: 'held', holder: { staff: 'demo-coordinator' } })

  await house.writes('Gloria', 'Is er parking?')
  expect(house.last('Gloria').body).toBe('Dag, zeg maar.')
  expect((await thread('Gloria'))?.waitsSince).toBeDefined()
  expect(await page('Gloria')).toContain('Is er parking?')

  await leave('Gloria', 'bot')
  await house.wind(house.clock.now() + 60_000)
  expect(house.last('Gloria').body).toContain('Ik ben weer de chatbot.')
  expect(await thread('Gloria')).toMatchObject({ place: 'bot' })
  expect((await house.tasks('Gloria')).filter(({ state }) => state === 'open')).not.toContainEqual(
    expect.objectContaining({ kind: 'handover' }),
  )
})

test('done is quiet: nothing is said, and the bot listens again', async () => {
  await house.writes('Ada', 'mens')
  await answer('Ada', 'Opgelost.')
  await house.wind(house.clock.now() + 60_000)
  await leave('Ada', 'closed')
  await house.wind(house.clock.now() + 60_000)
  expect(house.last('Ada').body).toBe('Opgelost.')
  expect(await thread('Ada')).toMatchObject({ place: 'closed' })
  await house.writes('Ada', 'hulp')
  expect(house.last('Ada').body).not.toBe('Opgelost.')
  expect(await thread('Ada')).toMatchObject({ place: 'bot' })
})

test('what came after one read is not closed unread, and waits on after an answer that cannot have meant it', async () => {
  await house.writes('Jo', 'mens')
  const read = seen()
  await house.wind(house.clock.now() + 60_000)
  await house.writes('Jo', 'Mijn kind is ziek')
  expect(await leave('Jo', 'closed', read)).toBe(409)
  expect(await thread('Jo')).toMatchObject({ place: 'waiting' })

  expect(await answer('Jo', 'Dag, zeg maar.', { seen: read })).toBe(303)
  expect((await thread('Jo'))?.waitsSince).toBeGreaterThan(Number(read))
  const html = await page('Jo')
  const [, now = ''] = /name="seen" form="send-answer" value="(\d+)"/.exec(html) ?? []
  expect(await answer('Jo', 'Veel beterschap.', { seen: now })).toBe(303)
  expect((await thread('Jo'))?.waitsSince).toBeUndefined()
  expect(await leave('Jo', 'closed', now)).toBe(303)
})

test('a form sent twice is one message; forms of two people at once are one, and the other text is kept', async () => {
  await house.writes('Bea', 'mens')
  const form = { do: 'answer', way: 'text', language: 'nl', seen: String(house.clock.now()) }
  const els = { ...form, key: 'els-key-1', text: 'Els antwoordt.' }
  const joris = { ...form, key: 'joris-key-1', text: 'Joris antwoordt.' }
  const [first, second] = await Promise.all([
    as('coordinator', path('Bea'), els),
    as('admin', path('Bea'), joris),
  ])
  expect([first.status, second.status].sort()).toEqual([303, 409])
  const [refused, theirs] = first.status === 409 ? [first, 'Els'] : [second, 'Joris']
  expect(refused.html).toContain(`${theirs} antwoordt.`)
  expect(refused.html).toContain('Your text has not left')
  await as(theirs === 'Els' ? 'admin' : 'coordinator', path('Bea'), theirs === 'Els' ? joris : els)
  const typed = (await house.rows('Bea')).filter(row => row.typed !== undefined)
  expect(typed).toHaveLength(1)
})

test('a colleague can be relieved, on purpose', async () => {
  await house.writes('Cas', 'mens')
  await house.post(path('Cas'), { do: 'take' })
  const looks = await as('admin', path('Cas'), { do: 'leave', to: 'bot', seen: seen() })
  expect(looks.status).toBe(409)
  expect(looks.html).toContain('Take it from Els')
  expect((await as('admin', path('Cas'), { do: 'take_from', from: 'demo-coordinator' })).status).toBe(303)
  expect(await thread('Cas')).toMatchObject({ holder: { staff: 'demo-admin' } })
})

test('after a day WhatsApp takes only what asks for an answer', async () => {
  await house.writes('Dre', 'mens')
  expect(await page('Dre')).toContain('You can write freely until')
  await house.wind(house.clock.now() + 25 * HOUR)
  const late = await page('Dre')
  expect(late).toContain('WhatsApp only lets us ask for an answer now')
  expect(await answer('Dre', 'Te laat')).toBe(422)
  await answer('Dre', '', { way: 'template' })
  await house.wind(house.clock.now() + 60_000)
  expect(house.last('Dre')).toMatchObject({ channel: 'whatsapp' })
  expect(house.last('Dre').body).toContain('Antwoord met één woord.')
  await answer('Dre', 'Dan maar zo', { way: 'sms' })
  await house.wind(house.clock.now() + 60_000)
  expect(house.last('Dre')).toMatchObject({ channel: 'sms', body: 'Dan maar zo' })
})

test('a note is for colleagues: locked in the store, on no phone', async () => {
  await house.writes('Eva', 'mens')
  const before = house.phone('Eva').length
  for (const _ of [1, 2])
    await house.post(path('Eva'), { do: 'note', key: 'note-key-1', text: 'Haar zus spreekt Nederlands.' })
  await house.wind(house.clock.now() + 60_000)
  expect(house.phone('Eva')).toHaveLength(before)
  const notes = await house.documents.collection('contactNotes').list({ contact: house.idOf('Eva') })
  expect(notes).toHaveLength(1)
  expect(JSON.stringify(notes)).not.toContain('zus')
  expect(await page('Eva')).toContain('Haar zus spreekt Nederlands.')
})

test('a voice note is fetched once, kept locked, and played to our own staff only', async () => {
  await house.writes('Gus', 'mens')
  await house.voice('Gus')
  const html = await page('Gus')
  const [, src = ''] = /<audio [^>]*src="([^"]+)"/.exec(html) ?? []
  const get = async (role: Role) =>
    fetch(`${house.publicUrl}${src}`, { headers: { cookie: await house.signIn(role) } })
  const played = await get('coordinator')
  expect(played.status).toBe(200)
  expect(played.headers.get('content-type')).toContain('audio/ogg')
  expect(played.headers.get('content-security-policy')).toContain('sandbox')
  const bytes = Buffer.from(await played.arrayBuffer())
  expect(bytes.subarray(0, 4).toString()).toBe('OggS')
  const [kept] = await house.documents.collection('media').list({ contact: house.idOf('Gus') })
  expect(kept?.locked).not.toContain(bytes.toString('base64').slice(0, 60))
  expect(Buffer.from(await (await get('admin')).arrayBuffer()).equals(bytes)).toBe(true)
  expect((await get('organiser')).status).toBe(403)
  await house.documents
    .collection('contacts')
    .update({ _id: house.idOf('Gus') }, { set: { organisation: 'elsewhere' } })
  expect((await get('coordinator')).status).toBe(404)
})

test('who said stop gets no answer, and the page says so', async () => {
  await house.writes('Hans', 'stop')
  expect(await page('Hans')).toContain('wants no messages any more')
  expect(await answer('Hans', 'Toch nog iets')).toBe(422)
})

test('of another organisation nothing is seen, answered or taken', async () => {
  await house.writes('Ina', 'mens')
  const elsewhere = { set: { organisation: 'elsewhere' } }
  await house.documents.collection('contacts').update({ _id: house.idOf('Ina') }, elsewhere)
  await house.documents.collection('threads').update({ _id: house.idOf('Ina') }, elsewhere)
  expect(await waits('Ina')).toBe(false)
  for (const fields of [
    { do: 'take' },
    { do: 'leave', to: 'bot', seen: seen() },
    { do: 'note', key: 'note-key-2', text: 'x' },
  ])
    expect((await as('coordinator', path('Ina'), fields as never)).status).toBe(404)
  expect(await answer('Ina', 'Hallo')).toBe(404)
})

test('what was said to an evaluation or an intake is not shown; the rest for ninety days', async () => {
  await house.writes('Fay', 'mens')
  await house.documents
    .collection('outbox')
    .update(
      { _id: (await house.rows('Fay')).findLast(({ text }) => text !== undefined)?._id ?? '' },
      { set: { say: { text: 'dialogs/intake:x.ask', question: { dialog: 'intake', version: 1, id: 'x' } } } },
    )
  await house.writes('Fay', 'Mijn geheim')
  const html = await page('Fay')
  expect(html).not.toContain('Mijn geheim')
  expect(html).toContain('only their supervisor reads')
  expect(html).toContain('>mens<')
  await house.wind(house.clock.now() + 91 * 24 * HOUR)
  expect(await page('Fay')).not.toContain('>mens<')
})
