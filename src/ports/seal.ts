/** Locks and letterboxes. The only promises about secrecy that the rest of the code relies on. */
export interface Seal {
  /** For what rests in the store until its turn is done: AES-256-GCM with the installation's own key. */
  lock(text: string): string
  unlock(locked: string): string
  /** Each with a fresh key that is kept elsewhere: whoever loses it has erased them. Padded, so that sizes tell little. */
  lockAlone(bytes: Buffer): { key: string; locked: string }
  unlockAlone(key: string, locked: string): Buffer
  /** A secret that these words always give, and that nobody without the installation's key can compute. */
  secretOf(words: string): string
  /** A pair for one evaluation; the private half is given wrapped with the installation's key. */
  newPair(): { publicKey: string; wrappedPrivateKey: string }
  /** Anybody may put something in; only the holder of the private half reads it. Padded, so that sizes tell nothing. */
  sealTo(publicKey: string, payload: unknown): string
  /** Opens many boxes with one unwrapping of the key. */
  openAll(wrappedPrivateKey: string, boxes: readonly string[]): unknown[]
}
