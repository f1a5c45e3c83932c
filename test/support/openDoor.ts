import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { loadContent } from '../../src/content/loadContent'
import { createDoor } from '../../src/desk/door'
import { createTodayDesk } from '../../src/desk/today'
import { createLog } from '../../src/log/createLog'
import { createPasswords } from '../../src/passwords/createPasswords'
import { seedDemo } from '../../src/practice/seedDemo'
import { acceptInvitation } from '../../src/use-cases/acceptInvitation'
import { addStaff } from '../../src/use-cases/addStaff'
import { inviteStaff } from '../../src/use-cases/inviteStaff'
import { createServer } from '../../src/web/createServer'
import { fakeClock } from './fakeClock'
import { openTestDocuments } from './openDocuments'

export const PASSWORD = 'de brug over de Leie'
export const EMAIL = 'els@example.org'
const ZONE = 'Europe/Brussels'
const { content } = loadContent(path.join(__dirname, '../..'))

/** The pages with a real door and an empty list of campaigns behind it; a clock that stands still. */
export async function openDoor({ practice = false, secure = false } = {}) {
  const store = await openTestDocuments()
  const { documents } = store
  const clock = fakeClock('2026-11-03T09:00:00Z')
  let made = 0
  const deps = { documents, clock, newId: () => `id-${++made}`, passwords: createPasswords() }
  if (practice) await seedDemo({ documents, content, clock, zone: ZONE, holidays: true })
  const els = await addStaff(deps, {
    organisation: 'org',
    email: EMAIL,
    role: 'coordinator',
    name: 'Els',
    by: 'joris',
  })
  const invite = () => inviteStaff(deps, els, 'joris')
  await acceptInvitation(deps, { secret: await invite(), password: PASSWORD })
  const lines: string[] = []
  const nothing = async () => {
    throw new Error('not asked here')
  }
  // Behind the door there is nobody yet; no page needs more than words and a clock.
  const empty = { content, texts: content.texts, clock, zone: ZONE, lines: async () => [] }
  const own = {
    door: createDoor(deps, { secure, practice }),
    today: createTodayDesk({ ...deps, content } as never),
  }
  const rooms = new Proxy(own, { get: (desk, part) => Reflect.get(desk, part) ?? empty })
  const server = createServer({
    webhooks: {
      channel: {} as never,
      receive: nothing,
      recordStatus: nothing,
      log: { info() {}, warn() {}, error() {} },
    },
    desk: rooms as never,
    texts: content.texts,
    zone: ZONE,
    log: createLog('debug', { write: line => lines.push(line) }),
    health: nothing,
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let cookies = new Map<string, string>()

  /** As a browser asks: keeps cookies, follows nothing by itself. */
  async function ask(to: string, form?: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await fetch(address + to, {
      method: form ? 'POST' : 'GET',
      headers: {
        'accept-language': 'en',
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map(pair => pair.join('=')).join('; '),
        ...headers,
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
      redirect: 'manual',
    })
    const set = response.headers.getSetCookie()
    for (const line of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return { status: response.status, to: response.headers.get('location'), set, html: await response.text() }
  }

  return {
    store,
    documents,
    clock,
    address,
    lines,
    els,
    ask,
    invite,
    signIn: (over: Record<string, string> = {}) =>
      ask('/sign-in', { email: EMAIL, password: PASSWORD, to: '/', ...over }),
    cookies: () => cookies,
    /** Another browser from here on. */
    forgetCookies(kept: Map<string, string> = new Map()) {
      cookies = new Map(kept)
    },
    async close() {
      await new Promise(done => server.close(done).closeAllConnections())
      await store.dispose()
    },
  }
}
