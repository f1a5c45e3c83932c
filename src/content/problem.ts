/** One mistake in the content, where a person can go and repair it. `line` counts from 1. */
export interface ContentProblem {
  file: string
  line: number
  message: string
}
