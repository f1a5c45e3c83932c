import { request } from 'node:http'
import { SIGN_IN } from '../../../src/domain/staff'
import { ownPath } from '../../../src/web/session'
import { EMAIL, openDoor, PASSWORD } from '../../support/openDoor'

let door: Awaited<ReturnType<typeof openDoor>>
const open = async (options?: Parameters<typeof openDoor>[0]) => {
  door = await openDoor(options)
}
afterEach(() => door?.close())

test('who is not signed in is led to the door, and after it to where they wanted to be', async () => {
  await open()
  const first = await door.ask('/campaigns?people=silent')
  expect(first).toMatchObject({ status: 303, to: '/sign-in?to=%2Fcampaigns%3Fpeople%3Dsilent' })
  const { html } = await door.ask(first.to!)
  expect(html).toContain('value="/campaigns?people=silent"')
  expect(await door.signIn({ to: '/campaigns?people=silent' })).toMatchObject({
    status: 303,
    to: '/campaigns?people=silent',
  })
  expect((await door.ask('/campaigns')).status).toBe(200)
})

test.each(['/', '/campaigns/x', '/campaigns/x/move', '/contacts', '/reports', '/settings'])(
  'without a session %s shows and does nothing',
  async path => {
    await open()
    expect(await door.ask(path)).toMatchObject({ status: 303, to: expect.stringMatching(/^\/sign-in/) })
    expect(await door.ask(path, { all: 'yes' })).toMatchObject({
      status: 303,
      to: expect.stringMatching(/^\/sign-in/),
    })
  },
)

test.each(['/nowhere', '/twilio', '/constructor', '/__proto__'])(
  '%s is nowhere, for whoever asks',
  async path => {
    await open()
    expect((await door.ask(path)).status).toBe(404)
    await door.signIn()
    expect((await door.ask(path)).status).toBe(404)
    expect((await door.ask(path, {})).status).toBe(404)
  },
)

test.each([
  ['a page of ours', '/campaigns/x?people=yes', '/campaigns/x?people=yes'],
  ['the door itself', '/sign-in', '/'],
  ['another site', 'https://elsewhere.example', '/'],
  ['another site without its protocol', '//elsewhere.example', '/'],
  ['a backslash', '/\\elsewhere.example', '/'],
  ['dots that leave two slashes', '/.//elsewhere.example', '/'],
  ['a tab between the slashes', '/\t/elsewhere.example', '/'],
  ['a line that splits the answer', '/a\r\nset-cookie: x', '/aset-cookie:%20x'],
  ['a script', 'javascript:alert(1)', '/'],
  ['nothing', undefined, '/'],
  ['two at once', ['/a', '/b'], '/'],
])('the way back: %s', (_, asked, path) => {
  expect(ownPath(asked)).toBe(path)
})

test.each([
  ['with plain http, on this machine', false, 'session='],
  ['with https', true, '__Host-session='],
])('%s the cookie is for the server alone and for this site alone', async (_, secure, name) => {
  await open({ secure })
  const { set } = await door.signIn()
  const cookie = set.find(one => one.startsWith(name)) ?? ''
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; SameSite=Lax/)
  expect(cookie).toMatch(/; Path=\//)
  expect(/; Secure/.test(cookie)).toBe(secure)
  expect(cookie).not.toMatch(/Domain/)
})

test('wrong e-mail and wrong password give the same page, with the e-mail kept and the password gone', async () => {
  await open()
  const wrong = await door.signIn({ password: 'not the right one' })
  const nobody = await door.signIn({ email: 'nobody@example.org', password: 'not the right one' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('E-mail or password is not right')
  expect(wrong.html).toContain(`value="${EMAIL}"`)
  expect(wrong.html).not.toContain('not the right one')
  expect(nobody.html.replace('nobody@example.org', EMAIL)).toBe(wrong.html)
  expect(nobody.set).toEqual(wrong.set)
})

test('after ten tries the page says until when to wait', async () => {
  await open()
  for (let n = 0; n < SIGN_IN.TRIES; n++) await door.signIn({ password: `guess number ${n}` })
  const { status, html } = await door.signIn()
  expect(status).toBe(429)
  expect(html).toContain('Wait until 10:15')
})

test('behind a proxy of ours each person has tries of their own, and nobody can make up more', async () => {
  await open()
  const from = (address: string, n: number) =>
    door.ask(
      '/sign-in',
      { email: `a${n}@example.org`, password: 'guess', to: '/' },
      { 'x-forwarded-for': address },
    )
  for (let n = 0; n < SIGN_IN.TRIES; n++) expect((await from('203.0.113.9', n)).status).toBe(422)
  expect((await from('198.51.100.7, 203.0.113.9', 11)).status).toBe(429)
  expect((await from('203.0.113.10', 12)).status).toBe(422)
})

test('each sign-in has an id of its own, and the one before is over', async () => {
  await open()
  await door.signIn()
  const before = new Map(door.cookies())
  await door.signIn()
  expect(door.cookies().get('session')).not.toBe(before.get('session'))
  door.forgetCookies(before)
  expect((await door.ask('/campaigns')).status).toBe(303)
})

test('a session id that somebody else chose is never taken over', async () => {
  await open()
  door.forgetCookies(new Map([['session', 'chosen-by-somebody-else']]))
  await door.signIn()
  expect(door.cookies().get('session')).not.toBe('chosen-by-somebody-else')
})

test('signing out ends it, also for who kept the cookie; doing it twice is no matter', async () => {
  await open()
  await door.signIn()
  const kept = new Map(door.cookies())
  expect(await door.ask('/sign-out', {})).toMatchObject({ status: 303, to: '/sign-in?out=yes' })
  expect((await door.ask('/sign-in?out=yes')).html).toContain('You are signed out')
  door.forgetCookies(kept)
  expect((await door.ask('/campaigns')).status).toBe(303)
  expect((await door.ask('/sign-out', {})).status).toBe(303)
})

test('who was away for long reads why, and a form that came too late leads back to its page', async () => {
  await open()
  await door.signIn()
  door.clock.pass(SIGN_IN.IDLE_MS + 1)
  const late = await door.ask('/campaigns/x/attendance', { all: 'yes' })
  expect(late).toMatchObject({ status: 303, to: '/sign-in?to=%2Fcampaigns%2Fx&away=yes' })
  expect((await door.ask(late.to!)).html).toContain('You were away for long')
})

describe('a form that a browser sends after the session is over', () => {
  const AWAY = { 'sec-fetch-dest': 'document' }
  const kept = (html: string) =>
    /name="kept" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&lt;', '<') ?? ''

  test('waits at the door, through a wrong password, and goes on only when somebody says so', async () => {
    await open()
    await door.signIn()
    door.clock.pass(SIGN_IN.IDLE_MS + 1)
    const late = await door.ask('/contacts/x/edit?from=y', { name: '<b>"Zoë', rev: '3' }, AWAY)
    expect(late.status).toBe(401)
    expect(late.html).toContain('What you typed is still there')
    const wrong = await door.signIn({ password: 'not it', to: '/contacts/x', kept: kept(late.html) })
    expect(wrong.status).toBe(422)
    const back = await door.signIn({ to: '/contacts/x', kept: kept(wrong.html) })
    expect(back.status).toBe(200)
    expect(back.html).toContain('action="/contacts/x/edit?from=y"')
    expect(back.html).toMatch(/name="name" value="&lt;b>&quot;Zoë"/)
    expect(back.html).toContain('name="rev" value="3"')
    expect(back.html).toContain('href="/contacts/x"')
    expect((await door.ask('/account')).status).toBe(200)
  })

  test.each([
    ['a password', '/account/password', { old: 'x', password: 'y' }, AWAY],
    ['what a script sent', '/inbox/x', { text: 'x' }, {}],
    ['more than comes back in one piece', '/inbox/x', { text: 'x'.repeat(30_000) }, AWAY],
  ])('%s is not kept', async (_, path, fields, headers) => {
    await open()
    expect((await door.ask(path, fields as Record<string, string>, headers)).status).toBe(303)
  })

  test.each([
    JSON.stringify({ path: 'https://elsewhere.example/', fields: [] }),
    JSON.stringify({ path: '//elsewhere.example', fields: [] }),
    JSON.stringify({ path: '/contacts', fields: [['a']] }),
    JSON.stringify({ path: 'javascript:alert(1)', fields: [] }),
    '{',
    'null',
  ])('what is no kept form of ours is nothing: %s', async packed => {
    await open()
    expect(await door.signIn({ to: '/contacts', kept: packed })).toMatchObject({
      status: 303,
      to: '/contacts',
    })
  })
})

test.each(['/sign-in', '/sign-out', '/invitation/x', '/campaigns/x/cancel'])(
  'a form from another site does nothing at %s',
  async path => {
    await open()
    await door.signIn()
    expect((await door.ask(path, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await door.ask('/campaigns')).status).toBe(200)
  },
)

describe('in practice', () => {
  test.each([
    ['coordinator', 'Coordinator', 302, '/today', 200],
    ['organiser', 'Organiser', 302, '/reports', 403],
    ['admin', 'Admin', 302, '/today', 200],
  ])('the %s is one button away from what they may see', async (role, label, home, leadsTo, campaigns) => {
    await open({ practice: true })
    expect((await door.ask('/sign-in')).html).toMatch(
      new RegExp(`<button[^>]*value="${role}"[^>]*>${label}<`),
    )
    expect((await door.ask('/sign-in', { role, to: '/' })).to).toBe('/')
    expect(await door.ask('/')).toMatchObject({ status: home, to: leadsTo })
    expect((await door.ask('/campaigns')).status).toBe(campaigns)
  })

  test('the organiser reads why there is no campaign, and finds the way to what there is', async () => {
    await open({ practice: true })
    await door.ask('/sign-in', { role: 'organiser', to: '/' })
    for (const page of [
      await door.ask('/campaigns/jobcafe'),
      await door.ask('/campaigns/jobcafe/cancel', {}),
    ]) {
      expect(page.status).toBe(403)
      expect(page.html).toContain('This page is for coordinators')
      expect(page.html).toContain('href="/"')
      expect(page.html).not.toContain('Amina')
    }
  })

  test('a coordinator reads who may see the settings, and is not told to read reports', async () => {
    await open({ practice: true })
    await door.ask('/sign-in', { role: 'coordinator', to: '/' })
    const { status, html } = await door.ask('/settings')
    expect([status, html.includes('This page is for admins'), html.includes('reports')]).toEqual([
      403,
      true,
      false,
    ])
  })

  test.each([
    ['through a tunnel', { 'x-forwarded-for': '203.0.113.9' }],
    ['through a proxy that says it in another way', { forwarded: 'for=203.0.113.9' }],
    ['under a name that only leads here', { host: 'elsewhere.example' }],
  ])('%s there is no button and no way in', async (_, headers) => {
    await open({ practice: true })
    const ask = (method: 'GET' | 'POST', body = '') => raw(method, body, headers)
    expect(await ask('GET')).not.toContain('name="role"')
    expect(await ask('POST', 'role=admin&to=/')).not.toContain('set-cookie: session=')
  })

  test('with a real account nobody signs in by a role alone', async () => {
    await open({ practice: false })
    expect((await door.ask('/sign-in')).html).not.toContain('name="role"')
    expect((await door.ask('/sign-in', { role: 'admin', to: '/' })).status).toBe(404)
    expect((await door.ask('/campaigns')).status).toBe(303)
  })
})

/** fetch chooses the host by itself; this one says what it is told. */
function raw(method: string, body: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const asked = request(`${door.address}/sign-in`, { method, headers: { ...type, ...headers } }, answer => {
      const lines = (answer.headers['set-cookie'] ?? []).map(one => `set-cookie: ${one}`)
      answer.setEncoding('utf8')
      answer.on('data', part => lines.push(part))
      answer.on('end', () => resolve(lines.join('\n')))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

describe('an invitation', () => {
  test('leads to a password and into the house; the second time it is over', async () => {
    await open()
    const path = `/invitation/${await door.invite()}`
    expect((await door.ask(path)).html).toContain(EMAIL)
    const short = await door.ask(path, { password: 'kort' })
    expect(short.status).toBe(422)
    expect(short.html).toContain('12 characters or more')
    expect(await door.ask(path, { password: 'een heel ander wachtwoord' })).toMatchObject({
      status: 303,
      to: '/',
    })
    expect((await door.ask('/campaigns')).status).toBe(200)
    for (const form of [undefined, { password: PASSWORD }]) {
      const again = await door.ask(path, form)
      expect(again.status).toBe(410)
      expect(again.html).not.toContain(EMAIL)
    }
  })

  test('that changes the password signs out the other devices', async () => {
    await open()
    await door.signIn()
    const phone = new Map(door.cookies())
    door.forgetCookies()
    await door.ask(`/invitation/${await door.invite()}`, { password: 'een heel ander wachtwoord' })
    door.forgetCookies(phone)
    expect((await door.ask('/campaigns')).status).toBe(303)
  })

  test('that nobody made says the same as one that is over', async () => {
    await open()
    expect((await door.ask('/invitation/made-up')).status).toBe(410)
  })
})

test('the language chosen once is there again on another device', async () => {
  await open()
  await door.signIn()
  await door.ask('/campaigns?language=fr')
  door.forgetCookies()
  await door.signIn()
  expect((await door.ask('/campaigns')).html).toContain('<html lang="fr"')
})

test('nobody keeps a copy of what staff saw, and the log names nobody', async () => {
  await open()
  await door.signIn({ password: 'not the right one' })
  await door.signIn()
  const secret = door.cookies().get('session')!
  for (const path of ['/campaigns', '/sign-in']) {
    const response = await fetch(door.address + path, { headers: { cookie: `session=${secret}` } })
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
  await door.ask(`/invitation/${await door.invite()}`, { password: PASSWORD })
  const logged = door.lines.join('\n')
  for (const word of [EMAIL, 'Els', PASSWORD, secret]) expect(logged).not.toContain(word)
})
