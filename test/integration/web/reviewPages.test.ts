import { type House, openHouse } from '../../support/openHouse'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const KEY = 'timelines/networking-event:reminder'
const DAY = 24 * 3_600_000

async function link(language = 'ar'): Promise<string> {
  const { html } = await house.visit(`/texts/reviewers/${language}`, { key: house.newId() })
  return /\/review\/[\w-]+/.exec(html)?.[0] ?? ''
}

/** Somebody without an account, whose browser brings nothing along. */
async function stranger(path: string, form?: Record<string, string>, site = 'same-origin') {
  const response = await fetch(house.publicUrl + path, {
    headers: { 'accept-language': 'en', 'sec-fetch-site': site },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    redirect: 'manual',
  })
  const { status, headers } = response
  return { status, headers, to: headers.get('location'), html: await response.text() }
}
const pairOf = (path: string, key = KEY) => `${path}/${encodeURIComponent(key)}`
const typedIn = (html: string) => /<textarea[^>]*>([^<]*)/.exec(html)?.[1] ?? ''

test('coordinators and admins make a link, organisers do not', async () => {
  for (const role of ['coordinator', 'admin'] as const)
    expect((await house.visit('/texts/reviewers/ar', { key: house.newId() }, { role })).status).toBe(200)
  for (const form of [undefined, {}])
    expect((await house.visit('/texts/reviewers/ar', form, { role: 'organiser' })).status).toBe(403)
  expect((await stranger('/texts/reviewers/ar', {})).to).toMatch(/^\/sign-in/)
  expect((await house.visit('/texts/reviewers/xx')).status).toBe(404)
  expect((await house.visit('/texts/reviewers/ar', {})).status).toBe(400)
})

test('its pages have no menu and no cookie, stay in no cache, and ask for a name first', async () => {
  const path = await link()
  const first = await stranger(path)
  expect(first.status).toBe(200)
  expect(first.headers.get('cache-control')).toBe('no-store')
  expect(first.headers.getSetCookie()).toEqual([])
  expect(first.html).not.toContain('main-nav')
  expect((await stranger(pairOf(path))).to).toBe(path)
  const nameless = await stranger(path, { do: 'name', name: ' ' })
  expect(nameless.status).toBe(422)
  expect(nameless.html).toContain('There is no name yet.')
  const long = 'a'.repeat(81)
  expect((await stranger(path, { do: 'name', name: long })).html).toContain(`value="${long}"`)
  expect((await stranger(path, { do: 'name', name: 'Samira' }, 'cross-site')).status).toBe(403)
  expect((await stranger(path, { do: 'name', name: 'Samira' })).to).toBe(path)
  expect((await stranger(path)).html).toContain('Samira')
})

test('what breaks a rule is said beside the field, what a colleague wrote is shown beside what was typed', async () => {
  const path = await link()
  await stranger(path, { do: 'name', name: 'Samira' })
  const words = typedIn((await stranger(pairOf(path))).html)
  const save = (text: string, rev = '0') => stranger(pairOf(path), { do: 'save', name: 'Samira', text, rev })
  const spoilt = await save('مرحبا {none}')
  expect([spoilt.status, typedIn(spoilt.html)]).toEqual([422, 'مرحبا {none}'])
  expect(spoilt.html).toContain('id="field-text-wrong"')
  expect((await save(`${words}\nهناك كعكة.`)).to).toBe(`${path}?${new URLSearchParams({ saved: KEY })}`)
  const late = await save(`${words}\nهناك قهوة.`)
  expect(late.status).toBe(409)
  expect(late.html).toContain('قهوة')
  expect(late.html).toContain('كعكة')
  expect(late.html).not.toContain('Els')
  const { html } = await house.visit('/settings/log', undefined, { role: 'admin' })
  expect(html).toContain('Samira, by a link, changed the text')
})

test('a tick is for the words that were seen', async () => {
  const path = await link('fr')
  await stranger(path, { do: 'name', name: 'Luc' })
  const { html } = await stranger(path)
  const [, key = '', seen = ''] =
    /name="key" value="([^"]+)"\/?><input type="hidden" name="seen" value="([^"]+)"/.exec(html) ?? []
  const stale = await stranger(path, { do: 'tick', key, seen: 'other', name: 'Luc' })
  expect([stale.status, stale.html.includes('Read it again')]).toEqual([409, true])
  expect((await stranger(path, { do: 'tick', key, seen, name: 'Luc' })).to).toBe(`${path}#text-1`)
  expect((await stranger(path)).html).toContain('1 of')
})

test('one link never reaches another language, and nothing that is no text of ours', async () => {
  const path = await link('fr')
  await stranger(path, { do: 'name', name: 'Luc' })
  const before = await house.documents.collection('ownTexts').list({})
  const form = { do: 'save', name: 'Luc', text: 'Bonjour.', rev: '0', language: 'ar', organisation: 'x' }
  for (const key of ['dialogs/rsvp:coming.yes', `demo||ar|${KEY}`, 'ar', '__proto__'])
    expect((await stranger(pairOf(path, key), form)).status).toBe(404)
  expect(await house.documents.collection('ownTexts').list({})).toEqual(before)
})

test('taken back and over say since when, and keep what was typed', async () => {
  const path = await link()
  await stranger(path, { do: 'name', name: 'Noor' })
  const [own] = await house.documents.collection('reviewLinks').list({ reader: 'Noor' })
  await house.visit('/texts/reviewers/ar/end', { link: own?._id ?? '' })
  const form = { do: 'save', name: 'Noor', text: 'شكرا', rev: '0' }
  const back = await stranger(pairOf(path), form)
  expect(back.status).toBe(410)
  expect(back.html).toContain('This link is over since')
  expect(typedIn(back.html)).toBe('شكرا')
  const old = await link()
  house.clock.turnTo(house.clock.now() + 7 * DAY)
  expect((await stranger(old)).status).toBe(410)
  const never = await stranger('/review/none')
  expect([never.status, never.html.includes('This link is over. Ask')]).toEqual([410, true])
})

test('staff tick what they saw, in the name of somebody', async () => {
  const path = `/texts/${encodeURIComponent(KEY)}/en`
  const { html } = await house.visit(path)
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(html) ?? []
  const nameless = await house.visit(path, { do: 'read', name: ' ', seen })
  expect([nameless.status, nameless.html.includes('id="field-name-wrong"')]).toEqual([422, true])
  await house.visit(path, { do: 'save', rev: '0', text: `${typedIn(html)}\nThere is cake.` })
  const stale = await house.visit(path, { do: 'read', name: 'Ann', seen })
  expect([stale.status, stale.html.includes('value="Ann"')]).toEqual([409, true])
  const reviews = house.documents.collection('textReviews')
  expect(await reviews.list({ language: 'en' })).toEqual([])
  const [, now = ''] = /name="seen" value="([^"]+)"/.exec(stale.html) ?? []
  for (let twice = 0; twice < 2; twice++)
    expect((await house.visit(path, { do: 'read', name: 'Ann', seen: now })).status).toBe(303)
  expect(await reviews.list({ language: 'en' })).toMatchObject([{ name: 'Ann' }])
})
