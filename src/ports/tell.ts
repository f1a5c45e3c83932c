/** What is sent to another program's address. */
export interface Telling {
  url: string
  /** The same at every try, so that the receiver can count it once. */
  id: string
  /** Base64 behind `whsec_`. */
  secret: string
  body: string
  /** Milliseconds since 1970. */
  at: number
}

/**
 * Tells another program, signed. Never throws for what the other side does.
 * `gone`: the address says that it wants nothing more.
 */
export type Tell = (telling: Telling) => Promise<'told' | 'gone' | 'failed'>
