import type { Role } from '../../src/domain/staff'

/** Who asks for a page, in which language, with what else a browser sends along. */
export interface Visiting {
  role?: Role
  language?: string
  headers?: Record<string, string>
}

/** What a reader sees, without the markup. */
const wordsIn = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

/** A browser of the staff, at the pages of a house. */
export function visitor(publicUrl: string, settle: () => Promise<void>) {
  /** In again for each page: a session does not outlive the weeks that pass here. */
  const signIn = async (role: Role = 'coordinator') => {
    const response = await fetch(`${publicUrl}/sign-in`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ role, to: '/' }),
      redirect: 'manual',
    })
    const cookie = response.headers.getSetCookie().find(one => one.startsWith('session='))
    if (!cookie) throw new Error(`the door says ${response.status}`)
    return cookie.split(';')[0]!
  }

  /** A page as the browser gets it, or what a form of it is answered with, once all that follows is done. */
  async function visit(
    path: string,
    form?: Record<string, string> | [string, string][] | FormData,
    { role = 'coordinator', language = 'en', headers = {} }: Visiting = {},
  ) {
    const response = await fetch(`${publicUrl}${path}`, {
      headers: {
        'accept-language': language,
        'sec-fetch-site': 'same-origin',
        ...headers,
        cookie: `${await signIn(role)}; ${headers.cookie ?? ''}`,
      },
      ...(form && { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form) }),
      redirect: 'manual',
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const html = bytes.toString()
    const { status, headers: got } = response
    if (form && status < 400) await settle()
    return { status, to: got.get('location') ?? '', html, words: wordsIn(html), bytes, headers: got }
  }

  return {
    signIn,
    visit,
    page: async (path: string) => (await visit(path)).html,
    /** Gives the answer's status. */
    post: async (path: string, fields: Record<string, string>) => (await visit(path, fields)).status,
  }
}
