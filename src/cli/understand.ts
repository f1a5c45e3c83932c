import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { DateTime } from 'luxon'
import { loadWords } from '../content/loadWords'
import { buildLexicon, type Lexicon } from '../domain/dialog/buildLexicon'
import { lineByLine } from './lineByLine'
import { type Asked, isKind, KINDS, type Kind, readAs } from './readAs'

const CONTENT = resolve(__dirname, '../..')
const ZONE = 'Europe/Brussels'

interface Options {
  language: string
  kind: Kind
  context: Record<string, unknown>
  jsonl: boolean
  json: boolean
}

/** `brugbode understand`: what the bot would take a reply for, or `unrecognised`. One reply per line of the input. */
export function understandCommand(): Command {
  const command = new Command('understand')
    .description('read replies, one per line, and print what the bot would understand')
    .option('--language <tag>', 'language of the person', 'nl')
    .addOption(new Option('--kind <kind>', 'kind of question').choices([...KINDS]).default('yes_no'))
    .option('--context <json>', 'what the question allows: {"min":0,"max":20,"options":["…"]}', contextOf, {})
    .option('--jsonl', 'read {"id","lang","type","input","context"} per line, print {"id","value"}', false)
    .option('--json', 'for machines: {"input","value"} per line', false)
  return command.action(async (options: Options) => {
    const { words, problems } = loadWords(CONTENT)
    if (problems.length > 0)
      command.error(problems.map(one => `${one.file}:${one.line} ${one.message}`).join('\n'))
    const lexicon = buildLexicon(words)
    const today = todayIn(DateTime.now())
    await lineByLine(process.stdin, process.stdout, line => {
      if (options.jsonl) return understandLine(line, lexicon, today)
      const value = readAs({ ...options, input: line }, lexicon, today)
      return options.json ? JSON.stringify({ input: line, value }) : shown(value)
    })
  })
}

/** One line of JSON in, one out, each by itself; a line that cannot be read says so and stops nothing. */
export function understandLine(
  line: string,
  lexicon: Lexicon,
  today: (zone: string) => string,
): string | null {
  if (line.trim() === '') return null
  const asked = parse(line)
  if (typeof asked === 'string') return JSON.stringify({ id: null, error: asked })
  const { id, kind, language, input, context } = asked
  if (!isKind(kind)) return JSON.stringify({ id, error: `type is none of: ${KINDS.join(', ')}` })
  return JSON.stringify({ id, value: readAs({ kind, language, input, context }, lexicon, today) })
}

/** The day it is in a zone, worked out once per zone. */
export function todayIn(now: DateTime): (zone: string) => string {
  const days = new Map<string, string>()
  return zone => {
    const known = days.get(zone)
    if (known !== undefined) return known
    const there = now.setZone(zone)
    const day = (there.isValid ? there : now.setZone(ZONE)).toISODate()!
    days.set(zone, day)
    return day
  }
}

function parse(line: string): (Omit<Asked, 'kind'> & { id: unknown; kind: unknown }) | string {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return 'not a line of JSON'
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return 'not an object'
  const { id, type, lang, input, context } = read as Record<string, unknown>
  if (typeof input !== 'string') return 'input is missing'
  return {
    id: id ?? null,
    kind: type,
    language: typeof lang === 'string' ? lang : 'nl',
    input,
    context: isObject(context) ? context : {},
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function contextOf(json: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(json)
    if (isObject(read)) return read
  } catch {
    // Said below, in the same words as for JSON that is no object.
  }
  throw new InvalidArgumentError('write an object in JSON: {"min":0,"max":20}')
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
