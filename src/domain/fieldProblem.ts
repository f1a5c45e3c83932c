/** What is wrong with one field of a form; pages say it beside that field, in the reader's language. */
export interface FieldProblem {
  field: string
  /** `missing`, `too_long`, `in_past`: its words are `<namespace>:problem.<problem>`. */
  problem: string
  values?: Record<string, string | number>
}
