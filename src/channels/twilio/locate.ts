/** Twilio's hosts that we speak to. */
const API = 'https://api.twilio.com'
const CONTENT = 'https://content.twilio.com'

/**
 * Where a Twilio address really is: at Twilio, or at whatever the settings put in its place (the emulator). Null for
 * every other address: our credentials do not go there.
 */
export function createLocate(settings: {
  apiUrl?: string
  contentUrl?: string
}): (uri: string) => URL | null {
  const apiUrl = settings.apiUrl ?? API
  const contentUrl = settings.contentUrl ?? settings.apiUrl ?? CONTENT
  const places: readonly (readonly [string, string])[] = [
    [API, apiUrl],
    [CONTENT, contentUrl],
    // What stands in for Twilio hands out its own addresses: next pages, media.
    [new URL(apiUrl).origin, apiUrl],
    [new URL(contentUrl).origin, contentUrl],
  ]
  return uri => {
    if (!URL.canParse(uri)) return null
    const url = new URL(uri)
    const place = places.find(([origin]) => origin === url.origin)
    if (!place || url.username || url.password) return null
    const base = new URL(place[1])
    const prefix = base.pathname.replace(/\/$/, '')
    const path =
      url.pathname.startsWith(`${prefix}/`) && url.origin === base.origin
        ? url.pathname
        : prefix + url.pathname
    return new URL(path + url.search, base.origin)
  }
}
