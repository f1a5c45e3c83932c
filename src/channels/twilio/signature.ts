import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks'
import type { WebhookRequest } from '../../ports/channel'
import { readForm } from './form'

/**
 * Is this really the provider? Checked on the public address of the settings, never on what the request says of itself.
 * Rules: Twilio, "Validating requests"; the SDK knows the variants with and without port and compares in constant time.
 * @param tokens the token in use, and the previous one while it is being replaced
 */
export function isSigned(request: WebhookRequest, publicUrl: string, tokens: readonly string[]): boolean {
  const signature = header(request, 'x-twilio-signature')
  if (!signature) return false
  const url = publicUrl + request.target
  try {
    return tokens.some(token =>
      request.target.includes('bodySHA256=')
        ? validateRequestWithBody(token, signature, url, request.body)
        : validateRequest(token, signature, url, readForm(request.body)),
    )
  } catch {
    // A target that is no address at all cannot have been signed.
    return false
  }
}

function header(request: WebhookRequest, name: string): string | undefined {
  const found = Object.keys(request.headers).find(key => key.toLowerCase() === name)
  return found === undefined ? undefined : request.headers[found]
}
