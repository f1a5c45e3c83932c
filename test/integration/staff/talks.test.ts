import type { NamedReply } from '../../../src/domain/conversation'
import { type AuditEntry, ROLES, type Role } from '../../../src/domain/staff'
import { demoStaffId } from '../../../src/practice/people'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

const OWN = 'Onder vier ogen'
const ABOUT = 'Zij kijkt de mensen aan'
const OTHERS = 'Over iemand anders'

let house: House
let amina: string
beforeAll(async () => {
  house = await openHouse()
  amina = house.idOf('Amina')
  await keep('reflection', { contact: amina, answers: { start: 'start', went_well: OWN } })
  await keep('module-insight', { contact: amina, answers: { learned: OWN } })
  await keep('coaching-talk', { contact: amina, answers: { went_well: OWN } })
  const lena = house.idOf('Lena')
  for (const [dialog, question] of [
    ['volunteer-form', 'confidence'],
    ['consultant-feedback', 'feedback'],
    ['partner-follow-up', 'feedback'],
  ] as const) {
    await keep(dialog, { contact: lena, about: amina, answers: { who: 'Amina', [question]: ABOUT } })
    await keep(dialog, { contact: lena, answers: { who: '?', [question]: OTHERS } }, 'nobody')
    await keep(dialog, { contact: amina, about: lena, answers: { [question]: OTHERS } }, 'by-her')
  }
})
afterAll(() => house.close())

async function keep(
  dialog: string,
  reply: Partial<NamedReply> & { contact: string },
  which = '',
): Promise<void> {
  await house.documents.collection('namedReplies').insert({
    _id: `${dialog}${which}`,
    organisation: 'demo',
    campaign: CAMPAIGN,
    dialog,
    version: house.content.dialog(dialog)!.version,
    answers: {},
    skipped: [],
    complete: true,
    at: 1,
    turn: 1,
    ...reply,
  })
}

const visit = (path: string, role: Role) => house.visit(path, undefined, { role })
const supervisor = (role: Role) =>
  house.documents.collection('contacts').update({ _id: amina }, { set: { supervisor: demoStaffId(role) } })
const readings = () => house.documents.collection('auditLog').list({ what: 'talk_read', about: amina })

test.each(ROLES)(
  'as their supervisor, %s reads all of it and nothing about others; nobody else reads any',
  async role => {
    await supervisor(role)
    const before = await readings()
    const { status, html } = await visit(`/talks/${amina}`, role)
    expect(status).toBe(200)
    expect(html.split(OWN)).toHaveLength(4)
    expect(html.split(ABOUT)).toHaveLength(4)
    expect(html).not.toContain(OTHERS)
    expect(html).toMatch(/Lena/)
    expect((await visit('/talks', role)).html).toContain('Amina')
    const after = await readings()
    const isNew = ({ _id }: AuditEntry) => before.every(entry => entry._id !== _id)
    expect(after.filter(isNew)).toMatchObject([{ by: demoStaffId(role), organisation: 'demo' }])
    for (const other of ROLES.filter(one => one !== role)) {
      expect((await visit(`/talks/${amina}`, other)).status).toBe(404)
      expect((await visit('/talks', other)).html).not.toContain('Amina')
    }
    expect(await readings()).toHaveLength(after.length)
  },
)

/** Every page and file on which a person or an event stands, for each role, while somebody else is the supervisor. */
describe('nowhere else, whoever looks', () => {
  const pages = () => [
    `/contacts/${amina}`,
    `/contacts/${amina}/data`,
    `/inbox/${amina}`,
    `/campaigns/${CAMPAIGN}`,
    `/campaigns/${CAMPAIGN}/people/${amina}`,
    `/campaigns/${CAMPAIGN}/report`,
    `/reports/events/${CAMPAIGN}`,
    `/reports/events/${CAMPAIGN}/print`,
    `/reports/events/${CAMPAIGN}/figures.csv`,
  ]
  test.each(ROLES)('%s', async role => {
    await supervisor(role === 'admin' ? 'coordinator' : 'admin')
    for (const page of pages()) {
      const { html } = await visit(page, role)
      expect({ page, leaks: [OWN, ABOUT, OTHERS].filter(one => html.includes(one)) }).toEqual({
        page,
        leaks: [],
      })
    }
  })
})

test('the person has all of it, and who read it', async () => {
  await supervisor('admin')
  const { html } = await house.visit(`/contacts/${amina}/data`, {})
  const data = JSON.parse(html)
  expect(data.replies.map(({ dialog }: NamedReply) => dialog)).toEqual(
    expect.arrayContaining([
      'reflection',
      'module-insight',
      'coaching-talk',
      'volunteer-form',
      'partner-follow-up',
    ]),
  )
  expect(data.hidden).toBe(0)
  expect(data.readings).toContainEqual({ at: expect.any(Number), by: 'Els' })
  const page = await visit(`/contacts/${amina}/data`, 'coordinator')
  expect(page.html).toMatch(/forms are for the talk with the supervisor/)
  expect((await visit(`/contacts/${amina}/data`, 'admin')).html).toContain(OWN)
})

test('chosen on the page of a contact, among colleagues alone', async () => {
  const path = `/contacts/${house.idOf('Dawa')}`
  const edit = (await visit(`${path}/edit`, 'coordinator')).html
  const version = /name="version" value="([^"]+)"/.exec(edit)?.[1] ?? ''
  const form = {
    version,
    name: 'Dawa',
    reach: 'sms',
    language: 'nl',
    audience: 'participant',
    reads: 'simple',
  }
  const phone = house.numberOf('Dawa')
  expect(await house.post(`${path}/edit`, { ...form, phone, supervisor: 'somebody-else' })).toBe(422)
  const chosen = { ...form, phone, supervisor: demoStaffId('organiser') }
  expect(await house.post(`${path}/edit`, chosen)).toBe(303)
  expect((await visit(path, 'coordinator')).html).toMatch(/Supervisor.*Nadine/s)
  expect((await visit('/talks', 'organiser')).html).toContain('Dawa')
  // Sent once more it is done all the same; later, nobody.
  expect(await house.post(`${path}/edit`, chosen)).toBe(303)
  const now =
    /name="version" value="([^"]+)"/.exec((await visit(`${path}/edit`, 'coordinator')).html)?.[1] ?? ''
  expect(await house.post(`${path}/edit`, { ...form, phone, version: now, supervisor: '' })).toBe(303)
  expect((await visit('/talks', 'organiser')).html).not.toContain('Dawa')
})
