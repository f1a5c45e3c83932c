/** What a text is, which decides how long it may be and whether it asks. */
export type TextKind = 'question' | 'message' | 'lead' | 'label' | 'description'

export interface ExpectedText {
  kind: TextKind
  required: boolean
  /** May leave outside WhatsApp's window, so it is approved as a template. */
  template: boolean
  /** Values that may stand in it. */
  values: ReadonlySet<string>
  /** Labels: how many letters fit. */
  limit?: number
  /**
   * The same for everybody: what people type is understood by it, or it is a promise (consent, anonymity) whose very words
   * were agreed to.
   */
  fixed: boolean
}
