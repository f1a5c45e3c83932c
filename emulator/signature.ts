import { createHmac } from 'node:crypto'

/**
 * The `X-Twilio-Signature` of a form post: the URL without its fragment, then each field's name and value in the
 * order of the names, HMAC-SHA1 with the account's token, Base64.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function signature(token: string, url: string, params: Record<string, string | string[]>): string {
  const fields = Object.keys(params)
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap(name => distinct(params[name] as string | string[]).map(value => name + value))
  return createHmac('sha1', token)
    .update(url.replace(/#.*$/s, '') + fields.join(''), 'utf8')
    .digest('base64')
}

/** A field given several times counts once per value, values in order. */
function distinct(value: string | string[]): string[] {
  return Array.isArray(value) ? [...new Set(value)].sort((a, b) => (a < b ? -1 : 1)) : [value]
}
