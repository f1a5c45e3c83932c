/** Every error we throw: code, HTTP status, and whether it is ours to repair. `docs/errors.md` explains each; a test compares. */
export const ERRORS = {
  SETTINGS_INVALID: { httpStatus: 500, ourFault: true },
  CONTENT_INVALID: { httpStatus: 500, ourFault: true },
  STORE_FILTER_REFUSED: { httpStatus: 500, ourFault: true },
  STORE_DOCUMENT_INVALID: { httpStatus: 500, ourFault: true },
  STORE_IN_USE: { httpStatus: 500, ourFault: false },
  STORE_UNAVAILABLE: { httpStatus: 503, ourFault: true },
  STORE_FULL: { httpStatus: 503, ourFault: true },
  PROVIDER_UNAVAILABLE: { httpStatus: 503, ourFault: false },
  NOT_AUTHENTIC: { httpStatus: 403, ourFault: false },
  NOT_ALLOWED: { httpStatus: 403, ourFault: false },
  NOT_READABLE: { httpStatus: 400, ourFault: false },
  TOO_LARGE: { httpStatus: 413, ourFault: false },
  TOO_MANY_REQUESTS: { httpStatus: 429, ourFault: false },
  NOT_FOUND: { httpStatus: 404, ourFault: false },
  CAMPAIGN_NOT_FOUND: { httpStatus: 404, ourFault: false },
  CONTACT_NOT_FOUND: { httpStatus: 404, ourFault: false },
  CONTACT_EXISTS: { httpStatus: 409, ourFault: false },
  CONTACT_CHANGED: { httpStatus: 409, ourFault: false },
  TRAINING_CHANGED: { httpStatus: 409, ourFault: false },
  CONTACT_BUSY: { httpStatus: 409, ourFault: false },
  IMPORT_GONE: { httpStatus: 404, ourFault: false },
  STAFF_EXISTS: { httpStatus: 409, ourFault: false },
  PHONE_INVALID: { httpStatus: 422, ourFault: false },
  EVENT_IN_PAST: { httpStatus: 422, ourFault: false },
  EVENT_INCOMPLETE: { httpStatus: 422, ourFault: false },
  CAMPAIGN_CHANGED: { httpStatus: 409, ourFault: false },
  CONCLUSION_CHANGED: { httpStatus: 409, ourFault: false },
  REPLY_CHANGED: { httpStatus: 409, ourFault: false },
  RSVP_CHANGED: { httpStatus: 409, ourFault: false },
  CONVERSATION_HELD: { httpStatus: 409, ourFault: false },
  EVALUATION_FIXED: { httpStatus: 409, ourFault: false },
  SETTINGS_CHANGED: { httpStatus: 409, ourFault: false },
  KEY_REUSED: { httpStatus: 422, ourFault: false },
  NOT_SIGNED_IN: { httpStatus: 401, ourFault: false },
  LAST_ADMIN: { httpStatus: 409, ourFault: false },
  ARGUMENT_INVALID: { httpStatus: 422, ourFault: false },
} as const satisfies Record<string, { httpStatus: number; ourFault: boolean }>

export type ErrorCode = keyof typeof ERRORS

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  /** What a reader needs to act: field names, a path, a list of mistakes. Never a phone number, name or text. */
  readonly facts: Record<string, unknown>

  constructor(code: ErrorCode, message: string, facts: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.facts = facts
  }

  get httpStatus(): number {
    return ERRORS[this.code].httpStatus
  }

  get ourFault(): boolean {
    return ERRORS[this.code].ourFault
  }
}
