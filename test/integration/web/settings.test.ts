import type { Role } from '../../../src/domain/staff'
import { type House, openHouse } from '../../support/openHouse'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function ask(path: string, form?: Record<string, string>, role: Role = 'admin', language = 'nl') {
  // No two changes at the same moment: the last one is the last one.
  if (form) house.clock.turnTo(house.clock.now() + 1000)
  return house.visit(path, form, { role, language })
}
const PATHS = ['', '/organisation', '/hours', '/senders', '/staff', '/retention', '/reports', '/log'].map(
  path => `/settings${path}`,
)
const ORGANISATION = {
  rev: '0',
  name: 'De Brug',
  project: 'onze jobcafés',
  contactName: 'Els',
  contactPhone: '0470 12 34 56',
  zone: 'Europe/Brussels',
}

test.each(PATHS)('%s is for admins alone', async path => {
  expect((await ask(path)).status).toBe(200)
  for (const role of ['coordinator', 'organiser'] as const)
    expect((await ask(path, undefined, role)).status).toBe(403)
})

test.each(['/organisation', '/hours', '/staff', '/retention', '/reports', '/staff/x/stop', '/staff/x/role'])(
  'nobody else changes anything at /settings%s',
  async path => {
    expect((await ask(`/settings${path}`, ORGANISATION, 'coordinator')).status).toBe(403)
  },
)

test('a wrong number keeps what was typed, and says beside the field what to do', async () => {
  const { status, html } = await ask('/settings/organisation', { ...ORGANISATION, contactPhone: '12' })
  expect(status).toBe(422)
  expect(html).toContain('value="De Brug"')
  expect(html).toContain('Voorbeeld: 0470 12 34 56.')
})

test.each([
  ['/staff', { name: 'x'.repeat(600), email: 'x@example.org', role: 'coordinator' }],
  ['/organisation', { ...ORGANISATION, project: 'x'.repeat(600) }],
])('what is far too long at /settings%s stays, with words beside it', async (path, form) => {
  const { status, html } = await ask(`/settings${path}`, form)
  expect(status).toBe(422)
  expect(html).toContain('x'.repeat(600))
  expect(html).toMatch(/id="field-(name|project)-wrong"/)
})

test('that two read each text is chosen here, and stands in the log once', async () => {
  const rev = async () =>
    /name="rev" value="(\d+)"/.exec((await ask('/settings/organisation')).html)?.[1] ?? ''
  const chosen = { ...ORGANISATION, rev: await rev(), twoReaders: 'yes' }
  expect((await ask('/settings/organisation', chosen)).status).toBe(303)
  const { html } = await ask('/settings/organisation')
  expect(html).toMatch(/name="twoReaders" value="yes" checked/)
  expect(html).toMatch(/Laatst veranderd door .+twee lezers/)
  expect((await ask('/settings/organisation', { ...ORGANISATION, rev: await rev() })).status).toBe(303)
  expect((await ask('/settings/organisation')).html).not.toMatch(/value="yes" checked/)
})

test('two admins at once: the second is told, and sees what they typed', async () => {
  expect(await ask('/settings/organisation', ORGANISATION)).toMatchObject({
    status: 303,
    to: '/settings/organisation?done=saved',
  })
  const second = await ask('/settings/organisation', { ...ORGANISATION, name: 'De Boot' })
  expect(second.status).toBe(409)
  expect(second.html).toContain('value="De Boot"')
  // Looked at and sent again, it is kept.
  const rev = /name="rev" value="(\d+)"/.exec(second.html)?.[1] ?? ''
  expect(await ask('/settings/organisation', { ...ORGANISATION, name: 'De Boot', rev })).toMatchObject({
    status: 303,
  })
  expect((await ask('/settings/organisation')).html).toMatch(/Laatst veranderd door .+: naam/)
})

test('a colleague gets a link that is shown once; the same address twice is told', async () => {
  const invited = { name: 'Karim', email: 'karim@example.org', role: 'organiser' }
  const { html } = await ask('/settings/staff', invited)
  const [, path = ''] = /(\/invitation\/[\w-]+)/.exec(html) ?? []
  expect((await fetch(house.publicUrl + path)).status).toBe(200)
  expect((await ask('/settings/staff')).html).not.toContain('/invitation/')
  const again = await ask('/settings/staff', invited)
  expect(again.status).toBe(422)
  expect(again.html).toContain('Dit e-mailadres heeft al iemand')
})

test('what would go is said before it goes', async () => {
  const path = '/settings/retention?messages=3&replies=24&activity=24'
  expect((await ask(path)).html).toContain('0 berichten gaan weg.')
  expect((await ask('/settings/retention?messages=1&replies=24&activity=24')).status).toBe(422)
})

test('how long things are kept: a page from before a colleague changed it shows no button that would undo that', async () => {
  const { html } = await ask('/settings/retention')
  const rev = /name="rev" value="(\d+)"/.exec(html)?.[1] ?? ''
  const theirs = { rev, messages: '12', replies: '24', activity: '36' }
  expect((await ask('/settings/retention', theirs)).status).toBe(303)
  const late = await ask(`/settings/retention?rev=${rev}&messages=6&replies=24&activity=24`)
  expect(late.status).toBe(409)
  expect(late.html).toContain('value="6"')
  expect(late.html).not.toContain('method="post" action="/settings/retention"')
  const [, now = ''] = /name="rev" value="(\d+)"/.exec(late.html) ?? []
  const again = await ask(`/settings/retention?rev=${now}&messages=6&replies=24&activity=36`)
  expect(again.status).toBe(200)
  expect(again.html).toContain('method="post" action="/settings/retention"')
})

test('the limits of the reports are kept once, with who changed them; a wrong one stays as typed', async () => {
  const { html } = await ask('/settings/reports')
  const rev = /name="rev" value="(\d+)"/.exec(html)?.[1] ?? ''
  expect(html).toMatch(/name="outside"[^>]*value="20"|value="20"[^>]*name="outside"/)
  const wrong = await ask('/settings/reports', { rev, outside: '120', oneSex: '60' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Schrijf een heel getal van 1 tot 100.')
  expect(wrong.html).toContain('value="120"')
  const agreed = { rev, outside: '10', oneSex: '60' }
  expect(await ask('/settings/reports', agreed)).toMatchObject({ status: 303 })
  // Sent again it is the same; anything else is told that it came second.
  expect(await ask('/settings/reports', agreed)).toMatchObject({ status: 303 })
  expect((await ask('/settings/reports', { ...agreed, outside: '30' })).status).toBe(409)
  expect((await ask('/settings/reports')).html).toMatch(/Laatst veranderd door .+: afgesproken grenzen/)
  const log = await house.documents.collection('auditLog').list({ about: 'reports' })
  expect(log.map(({ fields }) => fields)).toEqual([['limits']])
})

test('hours by which nothing could leave are refused', async () => {
  const hours = {
    rev: '0',
    weekdayFrom: '18',
    weekdayTo: '9',
    eveningFrom: '18',
    eveningTo: '20',
    saturdayFrom: '10',
    saturdayTo: '13',
    closed: '',
  }
  const { status, html } = await ask('/settings/hours', hours, 'admin', 'en')
  expect(status).toBe(422)
  expect(html).toContain('Otherwise nothing can ever leave.')
})

test('everybody changes their own name; the old password is asked for a new one', async () => {
  expect(await ask('/account/name', { name: 'Els V.' }, 'organiser')).toMatchObject({ status: 303 })
  expect((await ask('/account', undefined, 'organiser')).html).toContain('Els V.')
  const wrong = await ask('/account/password', { old: 'guess', chosen: 'de brug over de Leie' }, 'organiser')
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('niet je wachtwoord van nu')
})
