/**
 * What WhatsApp refuses in a template, found before anybody waits two days for the answer.
 * Sources: Twilio, "Using variables with Content API"; Meta, template components.
 */
export const TEMPLATE_LIMITS = { body: 1024, button: 20, buttons: 10, emoji: 10, variables: 100 } as const

export type TemplateProblem =
  | 'variable_not_a_number'
  | 'variables_not_in_sequence'
  | 'variable_at_start'
  | 'variable_at_end'
  | 'variables_adjacent'
  | 'too_few_words'
  | 'too_many_variables'
  | 'too_long'
  | 'too_many_emoji'
  | 'too_many_buttons'
  | 'button_too_long'
  | 'values_do_not_fit'
  | 'value_empty'
  | 'value_too_long'
  | 'value_with_line_break'
  | 'value_with_blanks'

const PLACE = /\{\{([^}]*)\}\}/g

/** How many places `{{1}}`… a pattern has. */
export const placesOf = (pattern: string): number => new Set(pattern.match(PLACE)).size

/** The pattern with its places filled in. */
export const fill = (pattern: string, values: readonly string[]): string =>
  pattern.replace(PLACE, (place, key: string) => values[Number(key) - 1] ?? place)

/** @param values the words that fill its places: a person's, or examples */
export function templateProblems(
  template: { pattern: string; choices?: readonly { label: string }[] },
  values: readonly string[],
): TemplateProblem[] {
  const { pattern, choices = [] } = template
  const keys = [...new Set([...pattern.matchAll(PLACE)].map(match => match[1]!))]
  const words = [...new Intl.Segmenter('nl', { granularity: 'word' }).segment(pattern.replace(PLACE, ' '))]
  const found: Record<string, boolean> = {
    variable_not_a_number: keys.some(key => !/^\d+$/.test(key)),
    variables_not_in_sequence: keys.some(key => Number(key) < 1 || Number(key) > keys.length),
    variable_at_start: /^[\s\p{P}\p{Cf}]*\{\{/u.test(pattern),
    variable_at_end: /\}\}[\s\p{P}\p{Cf}]*$/u.test(pattern),
    variables_adjacent: /\}\}[\s\p{Cf}]*\{\{/u.test(pattern),
    too_few_words: words.filter(word => word.isWordLike).length < 2 * keys.length + 1,
    too_many_variables: keys.length > TEMPLATE_LIMITS.variables,
    too_long: pattern.length > TEMPLATE_LIMITS.body,
    too_many_emoji: (pattern.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > TEMPLATE_LIMITS.emoji,
    too_many_buttons: choices.length > TEMPLATE_LIMITS.buttons,
    button_too_long: choices.some(choice => [...choice.label].length > TEMPLATE_LIMITS.button),
  }
  return [...new Set([...named(found), ...valueProblems(pattern, values)])]
}

function valueProblems(pattern: string, values: readonly string[]): TemplateProblem[] {
  return named({
    values_do_not_fit: placesOf(pattern) !== values.length,
    value_empty: values.some(value => value.trim() === ''),
    value_too_long: values.some(value => value.length > 1600),
    value_with_line_break: values.some(value => /[\n\r\t\u2028\u2029]/.test(value)),
    value_with_blanks: values.some(value => / {5}/.test(value)),
    too_long: fill(pattern, values).length > TEMPLATE_LIMITS.body,
  })
}

function named(found: Record<string, boolean>): TemplateProblem[] {
  return Object.keys(found).filter(problem => found[problem]) as TemplateProblem[]
}
