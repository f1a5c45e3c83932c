import { readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { z } from 'zod'
import type { LanguageTag } from '../domain/message'
import type { ContentProblem } from './problem'
import { listFiles, parseWith, readSource, type Source } from './source'

/** `locales/<tag>/language.json` */
const LANGUAGE = z.strictObject({
  /** Its own name, as its speakers write it. */
  endonym: z.string().min(1),
  direction: z.enum(['ltr', 'rtl']),
  /** For dates and lists: `nl-BE`. */
  intl: z.string().min(2),
  /** Meta's code for templates; null: WhatsApp has no templates in this language. */
  whatsapp: z.string().nullable(),
  /** Where a missing message is looked for, in this order. Not politics: what its readers really can read. */
  fallback: z.array(z.string()),
  /** Only live languages are offered and must be complete. */
  live: z.boolean(),
  review: z.enum(['reviewed by a native speaker', 'unreviewed']),
})
export type LanguageFile = z.infer<typeof LANGUAGE>

/** One file of words: `locales/nl/dialogs/rsvp.json` is the namespace `dialogs/rsvp`. Keys are dotted. */
export interface Wording {
  namespace: string
  source: Source
  texts: Map<string, string>
}

export interface Locale {
  tag: LanguageTag
  language: LanguageFile
  file: string
  words: Map<string, Wording>
}

/** These are ears and facts, not words that we say. */
const NOT_TEXTS = new Set(['language.json', 'words.json'])

/** Dutch, the language of the house, stands first. */
export const SOURCE_LANGUAGE = 'nl'

export function loadLocales(folder: string): { locales: Locale[]; problems: ContentProblem[] } {
  const problems: ContentProblem[] = []
  const locales = tagsIn(join(folder, 'locales')).flatMap(tag => {
    const home = join(folder, 'locales', tag)
    const found = listFiles(home, '.json')
    // Languages that we understand but do not write yet have words.json alone.
    if (found.every(file => basename(file) === 'words.json')) return []
    const own = found.find(file => relative(home, file) === 'language.json')
    if (!own) {
      problems.push({ file: `locales/${tag}/language.json`, line: 1, message: 'is missing' })
      return []
    }
    const source = readSource(folder, own)
    const language = parseWith(LANGUAGE, source)
    problems.push(...language.problems)
    const words = new Map<string, Wording>()
    for (const file of found.filter(file => !NOT_TEXTS.has(basename(file)))) {
      const namespace = relative(home, file).replaceAll('\\', '/').slice(0, -'.json'.length)
      const wording = readWording(folder, file, namespace)
      problems.push(...wording.problems)
      words.set(namespace, wording)
    }
    return language.value ? [{ tag, language: language.value, file: source.file, words }] : []
  })
  return { locales, problems }
}

function tagsIn(folder: string): string[] {
  try {
    const tags = readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory() ? [entry.name] : [],
    )
    return tags.sort(
      (a, b) => Number(b === SOURCE_LANGUAGE) - Number(a === SOURCE_LANGUAGE) || (a < b ? -1 : 1),
    )
  } catch {
    return []
  }
}

function readWording(
  folder: string,
  file: string,
  namespace: string,
): Wording & { problems: ContentProblem[] } {
  const source = readSource(folder, file)
  const problems = [...source.problems]
  const texts = new Map<string, string>()
  const walk = (value: unknown, path: string[]): void => {
    if (typeof value === 'string') texts.set(path.join('.'), value)
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    else
      problems.push({
        file: source.file,
        line: source.line(path),
        message: `${path.join('.')}: a text is a string between quotes`,
      })
  }
  if (source.value !== undefined) walk(source.value, [])
  return { namespace, source, texts, problems }
}
