import { SIGN_IN, type Staff } from '../../../src/domain/staff'
import { createPasswords } from '../../../src/passwords/createPasswords'
import { acceptInvitation } from '../../../src/use-cases/acceptInvitation'
import { addStaff } from '../../../src/use-cases/addStaff'
import { inviteStaff } from '../../../src/use-cases/inviteStaff'
import { openSession } from '../../../src/use-cases/openSession'
import { readSession } from '../../../src/use-cases/readSession'
import { signIn } from '../../../src/use-cases/signIn'
import { signOut } from '../../../src/use-cases/signOut'
import { type FakeClock, fakeClock } from '../../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'

const PASSWORD = 'de brug over de Leie'
const MINUTE = 60_000
const passwords = createPasswords()
let store: TestDocuments
let clock: FakeClock
let made: number
let els: Staff

const deps = () => ({
  documents: store.documents,
  clock,
  passwords,
  newId: () => `id-${++made}`,
})
const added = {
  organisation: 'org',
  email: 'Els@example.org',
  role: 'coordinator',
  name: 'Els',
  by: 'joris',
} as const
const enter = (over: Partial<Parameters<typeof signIn>[1]> = {}) =>
  signIn(deps(), { email: 'els@example.org', password: PASSWORD, from: '10.0.0.1', ...over })
const secretOf = async (signedIn: ReturnType<typeof enter>) => {
  const result = await signedIn
  if (result.outcome !== 'signed_in') throw new Error(result.outcome)
  return result.secret
}
const accept = async (password = PASSWORD) =>
  acceptInvitation(deps(), { secret: await inviteStaff(deps(), els, 'joris'), password })
const audit = (what: string) => store.documents.collection('auditLog').list({ what })

beforeEach(async () => {
  made = 0
  clock = fakeClock('2026-11-03T09:00:00Z')
  store = await openTestDocuments()
  els = await addStaff(deps(), added)
})
afterEach(() => store.dispose())

describe('an invitation', () => {
  test('lets somebody choose a password and signs them in; afterwards the password is enough', async () => {
    const accepted = await accept()
    expect(accepted).toMatchObject({ outcome: 'signed_in', staff: { _id: els._id } })
    expect(await enter({ email: ' ELS@example.org' })).toMatchObject({ outcome: 'signed_in' })
    expect(await audit('invited')).toMatchObject([{ staff: els._id, by: 'joris', role: 'coordinator' }])
  })

  test('works once, also when two use it at the same moment', async () => {
    const secret = await inviteStaff(deps(), els, 'joris')
    const outcomes = await Promise.all(
      ['the first password', 'the second password'].map(password =>
        acceptInvitation(deps(), { secret, password }),
      ),
    )
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['over', 'signed_in'])
    expect(await acceptInvitation(deps(), { secret, password: PASSWORD })).toEqual({ outcome: 'over' })
  })

  test.each([
    ['a minute before seven days are over', SIGN_IN.INVITATION_MS - MINUTE, 'signed_in'],
    ['after seven days', SIGN_IN.INVITATION_MS, 'over'],
  ])('%s', async (_, passed, outcome) => {
    const secret = await inviteStaff(deps(), els, 'joris')
    clock.pass(passed)
    expect((await acceptInvitation(deps(), { secret, password: PASSWORD })).outcome).toBe(outcome)
  })

  test('is replaced by the next one', async () => {
    const before = await inviteStaff(deps(), els, 'joris')
    const after = await inviteStaff(deps(), els, 'joris')
    expect(await acceptInvitation(deps(), { secret: before, password: PASSWORD })).toEqual({
      outcome: 'over',
    })
    expect(await acceptInvitation(deps(), { secret: after, password: PASSWORD })).toMatchObject({
      outcome: 'signed_in',
    })
  })

  test('stays good when the password was too short', async () => {
    const secret = await inviteStaff(deps(), els, 'joris')
    expect(await acceptInvitation(deps(), { secret, password: 'kort' })).toEqual({ outcome: 'too_short' })
    expect(await acceptInvitation(deps(), { secret, password: PASSWORD })).toMatchObject({
      outcome: 'signed_in',
    })
  })

  test('that changes a password signs out everywhere, and the old password is of no use', async () => {
    await accept()
    const phone = await secretOf(enter())
    await accept('een heel ander wachtwoord')
    expect(await readSession(deps(), phone)).toBeNull()
    expect(await enter()).toEqual({ outcome: 'wrong' })
  })
})

test('a session that is opened with the old password while a new one is chosen is over too', async () => {
  await accept()
  const before = await store.documents.collection('staff').get(els._id)
  await accept('een heel ander wachtwoord')
  // The old password was right when it was looked at; only now is the session written.
  const late = await openSession(deps(), before!)
  expect(await readSession(deps(), late)).toBeNull()
})

test('the same e-mail address is one person', async () => {
  await expect(addStaff(deps(), { ...added, email: 'els@EXAMPLE.org' })).rejects.toMatchObject({
    code: 'STAFF_EXISTS',
  })
  expect(await store.documents.collection('staff').count({})).toBe(1)
  expect(await audit('staff_added')).toHaveLength(1)
})

test.each([
  ['a wrong password', { password: 'iets anders, ook lang' }],
  ['an address that nobody has', { email: 'nobody@example.org' }],
  ['what is no address', { email: 'els' }],
  ['an empty form', { email: '', password: '' }],
])('%s is answered in the same words', async (_, over) => {
  await accept()
  expect(await enter(over)).toEqual({ outcome: 'wrong' })
})

test('who never accepted the invitation cannot sign in, whatever they type', async () => {
  expect(await enter({ password: '' })).toEqual({ outcome: 'wrong' })
  expect(await enter({ password: 'the password of nobody' })).toEqual({ outcome: 'wrong' })
})

describe('ten tries in a quarter of an hour', () => {
  const guess = (n: number, over = {}) => enter({ password: `guess number ${n}`, ...over })
  const TEN = [...Array(SIGN_IN.TRIES).keys()]

  test.each([
    [
      'for one e-mail address, from everywhere',
      (n: number) => ({ from: `10.0.1.${n}` }),
      { from: '10.0.2.2' },
    ],
    [
      'for an e-mail address that nobody has',
      (n: number) => ({ email: 'nobody@example.org', from: `10.0.1.${n}` }),
      { email: 'nobody@example.org', from: '10.0.2.2' },
    ],
    ['from one place, for everybody', (n: number) => ({ email: `a${n}@example.org` }), {}],
  ])('%s; then even the right password waits', async (_, each, then) => {
    await accept()
    for (const n of TEN) expect(await guess(n, each(n))).toEqual({ outcome: 'wrong' })
    const until = clock.now() + SIGN_IN.WINDOW_MS
    expect(await enter(then)).toEqual({ outcome: 'wait', until })
    clock.pass(SIGN_IN.WINDOW_MS)
    expect((await enter(then)).outcome).not.toBe('wait')
  })

  test('thirty at once are ten, over two processes', async () => {
    await accept()
    const outcomes = await Promise.all([...Array(30).keys()].map(n => guess(n, { from: `10.0.1.${n}` })))
    expect(outcomes.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(SIGN_IN.TRIES)
    expect(outcomes.filter(({ outcome }) => outcome === 'wait')).toHaveLength(20)
  })

  test('who signs in begins to count anew, the place they came from does not', async () => {
    await accept()
    for (const n of TEN.slice(1)) await guess(n)
    expect(await enter()).toMatchObject({ outcome: 'signed_in' })
    expect(await guess(10)).toEqual({ outcome: 'wrong' })
    expect(await guess(11)).toMatchObject({ outcome: 'wait' })
    expect(await guess(12, { from: '10.0.0.2' })).toEqual({ outcome: 'wrong' })
  })
})

describe('a session', () => {
  test.each([
    ['used every eleven hours lives on', [11, 11, 11], true],
    ['not used for more than twelve hours is over', [13], false],
  ])('%s', async (_, hours, lives) => {
    await accept()
    const secret = await secretOf(enter())
    let staff: Staff | null = null
    for (const passed of hours) {
      clock.pass(passed * 60 * MINUTE)
      staff = await readSession(deps(), secret)
    }
    expect(staff !== null).toBe(lives)
  })

  test('ends with signing out, twice the same, and the other one goes on', async () => {
    await accept()
    const [desk, phone] = [await secretOf(enter()), await secretOf(enter())]
    await signOut(deps(), desk)
    await signOut(deps(), desk)
    expect(await readSession(deps(), desk)).toBeNull()
    expect(await readSession(deps(), phone)).toMatchObject({ _id: els._id })
    expect(await audit('signed_out')).toHaveLength(1)
  })

  test('of nobody opens nothing', async () => {
    for (const secret of ['', 'made up', '$ne']) expect(await readSession(deps(), secret)).toBeNull()
  })

  test('that nobody uses any more is swept away at the next sign-in', async () => {
    await accept()
    clock.pass(SIGN_IN.IDLE_MS + MINUTE)
    await enter()
    expect(await store.documents.collection('sessions').count({})).toBe(1)
  })
})

test('what rests in the store opens nothing and names nobody who failed', async () => {
  const invitation = await inviteStaff(deps(), els, 'joris')
  await acceptInvitation(deps(), { secret: invitation, password: PASSWORD })
  const session = await secretOf(enter())
  await enter({ email: 'private@example.org', password: 'a guess that is wrong', from: '10.9.9.9' })
  const { documents } = store
  const kept = JSON.stringify(
    await Promise.all(
      (['staff', 'sessions', 'invitations', 'signInTries', 'auditLog'] as const).map(name =>
        documents.collection(name).list({}),
      ),
    ),
  )
  for (const secret of [invitation, session, PASSWORD, 'private@example.org', 'a guess', '10.9.9.9'])
    expect(kept).not.toContain(secret)
  expect(kept).toContain('argon2id')
  const log = JSON.stringify(await documents.collection('auditLog').list({}))
  for (const name of ['Els', 'els@', '10.0']) expect(log).not.toContain(name)
})

test('failed tries are counted by the hour, without saying whose', async () => {
  for (const email of ['els@example.org', 'nobody@example.org']) await enter({ email })
  clock.pass(60 * MINUTE)
  await enter()
  expect(await audit('sign_in_failed')).toEqual([
    { _id: expect.any(String), what: 'sign_in_failed', at: Date.parse('2026-11-03T09:00:00Z'), count: 2 },
    { _id: expect.any(String), what: 'sign_in_failed', at: Date.parse('2026-11-03T10:00:00Z'), count: 1 },
  ])
})
