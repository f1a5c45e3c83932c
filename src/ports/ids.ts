/** Random, opaque, without time or order inside: 16 random bytes, base64url. */
export type NewId = () => string
