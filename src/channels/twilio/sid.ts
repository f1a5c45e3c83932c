/** `SM` or `MM` and 32 hexadecimal digits: what Twilio calls a message. Source: Twilio, Message resource. */
export const isMessageSid = (sid: unknown): sid is string =>
  typeof sid === 'string' && /^(SM|MM)[0-9a-fA-F]{32}$/.test(sid)
