import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { keyOf } from '../domain/dialog/answers/normalise'
import { COMMANDS } from '../domain/dialog/definition'
import type { LanguageWords } from '../domain/dialog/lexicon'
import type { ContentProblem } from './problem'
import { listFiles, parseSource, parseWith } from './source'

const TEXTS = z.array(z.string().min(1))
const WORD = z.strictObject({ text: z.string().min(1), scope: z.enum(['any', 'own']) })
const numbered = (from: number, to: number) =>
  z.record(z.string(), TEXTS).superRefine((table, context) => {
    for (const key of Object.keys(table)) {
      const fits = /^-?\d+$/.test(key) && Number(key) >= from && Number(key) <= to
      if (!fits) context.addIssue({ code: 'custom', path: [key], message: `is none of ${from} to ${to}` })
    }
  })
const MEANINGS = [...COMMANDS, 'yes', 'no'] as const

const WORDS: z.ZodType<LanguageWords> = z.strictObject({
  language: z.string(),
  commands: z.record(z.enum(MEANINGS), z.array(WORD)),
  maybeStop: TEXTS,
  unsure: TEXTS,
  numbers: numbered(0, 1000),
  ratingForms: z.array(z.string().regex(/\{n\}/, 'has {n} where the mark stands')),
  months: numbered(1, 12),
  weekdays: numbered(1, 7),
  relativeDays: numbered(-7, 7),
  languageNames: z.record(z.string(), TEXTS),
  optionWords: TEXTS,
  ordinals: numbered(1, 31),
  polite: TEXTS,
  dates: z.strictObject({ next: TEXTS, coming: TEXTS, last: TEXTS, beside: TEXTS }).optional(),
  doubt: TEXTS.optional(),
  articles: TEXTS.optional(),
  and: TEXTS.optional(),
})

/** Reads `locales/<language>/words.json` of every language. A file with mistakes is left out and told. */
export function loadWords(folder: string): { words: LanguageWords[]; problems: ContentProblem[] } {
  const words: LanguageWords[] = []
  const problems: ContentProblem[] = []
  for (const path of listFiles(join(folder, 'locales'), 'words.json')) {
    const file = relative(folder, path).replaceAll('\\', '/')
    const text = readFileSync(path, 'utf8')
    const read = quick(text) ?? careful(file, text)
    const found =
      read.value === null ? read.problems : mistakes(read.value, basename(dirname(path)), file, text)
    problems.push(...found)
    if (read.value !== null && found.length === 0) words.push(read.value)
  }
  return { words, problems }
}

/** Knowing the line of every value takes twenty times longer, so only a file with a mistake is read that way. */
function quick(text: string): { value: LanguageWords; problems: ContentProblem[] } | null {
  try {
    const parsed = WORDS.safeParse(JSON.parse(text))
    return parsed.success ? { value: parsed.data, problems: [] } : null
  } catch {
    return null
  }
}

function careful(file: string, text: string) {
  return parseWith(WORDS, parseSource(file, text))
}

/** Words that contradict each other within one language: nobody could tell what was meant. */
function mistakes(words: LanguageWords, folder: string, file: string, text: string): ContentProblem[] {
  const lineOf = (word: string) =>
    text.slice(0, Math.max(0, text.indexOf(JSON.stringify(word)))).split('\n').length
  const problems: ContentProblem[] = []
  if (words.language !== folder) {
    problems.push({ file, line: 1, message: `language: is "${words.language}" in the folder of "${folder}"` })
  }
  const meant = new Map<string, string>()
  const spoken = [
    ...MEANINGS.flatMap(meaning => words.commands[meaning].map(word => [meaning, word.text] as const)),
    ...words.maybeStop.map(word => ['maybeStop', word] as const),
  ]
  for (const [meaning, word] of spoken) {
    const key = keyOf(word)
    const before = meant.get(key)
    if (key === '')
      problems.push({ file, line: lineOf(word), message: `${meaning}: "${word}" has nothing to hear` })
    if (before !== undefined && before !== meaning) {
      problems.push({ file, line: lineOf(word), message: `"${word}" means both ${before} and ${meaning}` })
    }
    meant.set(key, meaning)
  }
  return problems
}
