import { CAMPAIGN, type House, openHouse, somebody } from '../../support/openHouse'
import { aCampaign } from '../../support/timelineBuilders'

const DAY = `/campaigns/${CAMPAIGN}/day`
const OTHER = 'garden'
let house: House

beforeAll(async () => {
  house = await openHouse({ people: ['Amina', 'Bilal'].map(name => somebody(name)) })
  const { organisation } = await house.campaign()
  await house.documents.collection('campaigns').insert(aCampaign({ _id: OTHER, organisation }))
  await letter('Amina', 'K7M9P2')
  await letter('Bilal', 'B2C3D4')
  await letter('Amina', 'G2G3G4', { campaign: OTHER })
  await letter('Amina', 'E2E3E4', { organisation: 'elsewhere', campaign: 'theirs' })
  await house.documents
    .collection('enrolments')
    .update({ _id: `${CAMPAIGN}:${house.idOf('Amina')}` }, { set: { rsvp: 'yes', children: 2 } })
})
afterAll(() => house.close())

const letter = (name: string, code: string, over = {}) =>
  house.documents.collection('paperLetters').insert({
    _id: `${code}:letter`,
    organisation: 'demo',
    campaign: CAMPAIGN,
    contact: house.idOf(name),
    code,
    language: 'nl',
    version: 'letter.1',
    madeAt: 0,
    ...over,
  })
const scanned = async (text: string, day = DAY) => (await house.visit(`${day}/scan`, { text })).to
const stranger = async (code: string, cookie = '') =>
  (await fetch(`${house.publicUrl}/c/${code}`, { headers: { 'accept-language': 'nl', cookie } })).text()
const attended = async (name: string) => (await house.enrolment(name))?.attended

test('looking changes nothing; what the camera reads checks in, the second time it says who was first', async () => {
  expect(await house.page('/c/K7M9P2')).toContain('Is not here yet')
  expect(await attended('Amina')).toBeUndefined()
  const to = await scanned('https://wa.me/32460000000?text=START%20K7M9P2')
  expect(to).toBe(`/c/K7M9P2?day=${CAMPAIGN}&done=here`)
  expect((await house.enrolment('Amina'))?.marked).toMatchObject({ by: 'demo-coordinator', children: 2 })
  expect(await house.page(to)).toMatch(/scanned good.*Amina.*With 2 children/s)
  const again = await scanned('K7M 9P2')
  expect(again).toBe(`/c/K7M9P2?day=${CAMPAIGN}`)
  expect(await house.page(again)).toMatch(
    /scanned wait.*Amina.*Was here already at \d\d:\d\d, noted by Els.*Nothing has changed/s,
  )
})

test('a letter of another event leads to its person; who is not on that list may be added', async () => {
  expect(await house.page('/c/G2G3G4')).toMatch(/scanned bad.*Amina.*Not for this event.*Add: is here/s)
  expect(await scanned('SMSTO:+32460000000:START B2C3D4')).toContain('done=here')
  const there = await scanned('B2C3D4', `/campaigns/${OTHER}/day`)
  expect(await house.page(there)).toMatch(/scanned bad.*Bilal.*Not for this event/s)
})

test('what is no letter of ours is said in red, and nobody is checked in', async () => {
  for (const text of ['https://example.org/menu', 'ZZZ999', 'E2E3E4']) {
    const page = await house.page(await scanned(text))
    expect(page).toMatch(/scanned bad.*We do not know this code.*Someone without invitation/s)
    expect(page).not.toContain('Amina')
  }
})

test('outside the door every code opens the same page: the chat, no name, no event', async () => {
  const plain = (page: string, code: string) =>
    page.replaceAll(code, 'CODE').replaceAll(`${code.slice(0, 3)} ${code.slice(3)}`, 'CODE')
  const ours = plain(await stranger('K7M9P2'), 'K7M9P2')
  expect(ours).toContain('https://wa.me/32460000000?text=START%20CODE')
  expect(ours).not.toContain('Amina')
  expect(ours).not.toContain((await house.campaign()).event.name)
  expect(plain(await stranger('ZZZ999'), 'ZZZ999')).toBe(ours)
  expect(plain(await stranger('K7M9P2', await house.signIn('organiser')), 'K7M9P2')).toBe(ours)
  expect(plain(await stranger('E2E3E4', await house.signIn()), 'E2E3E4')).toBe(ours)
})

test('nobody is checked in from outside, and another house’s event is not there', async () => {
  const response = await fetch(`${house.publicUrl}/c/B2C3D4`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  })
  expect(response.headers.get('location')).toBe(`/sign-in?to=${encodeURIComponent('/c/B2C3D4')}`)
  expect(await house.post('/c/B2C3D4', { day: 'theirs' })).toBe(404)
})

test('where several organisations live, the page names none of them', async () => {
  const organisation = await house.documents.collection('organisations').get('demo')
  await house.documents.collection('organisations').insert({ ...organisation!, _id: 'elsewhere' })
  const page = await stranger('K7M9P2')
  expect(page).not.toContain('wa.me')
  expect(page).not.toContain(organisation!.name)
  expect(page).toContain('Scan de code op je brief')
})
