import type { Broken, TextRule } from '../domain/text/textProblems'

/** What `brugbode check` says to who writes the content files. */
const MISTAKES: Record<TextRule, string> = {
  unknown_value: 'nobody fills in {{{name}}}',
  too_long: '{letters} letters; {most} is the most',
  many_questions: '{count} question marks; a message asks one thing',
  lead_asks: 'stands before a question, so it asks nothing itself',
  asks_nothing: 'asks nothing: a question ends with a question mark',
  question_not_last: 'asks before the end; the question comes last',
  begins_with_value: 'a template may not begin with a value',
  ends_with_value: 'a template may not end with a value',
  values_side_by_side: 'a template may not have two values side by side',
  long_sentence: 'a sentence of {count} words; {most} is the most',
  long_sentences: '{count} words in a sentence on average; {most} is the most',
  commas: '{count} commas in a sentence; make two sentences',
}

export const mistakeWords = ({ problem, values = {} }: Broken<TextRule>): string =>
  MISTAKES[problem].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
