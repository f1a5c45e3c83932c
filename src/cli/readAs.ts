import type { AnswerContext } from '../domain/dialog/answers/answerContext'
import type { Lexicon } from '../domain/dialog/buildLexicon'
import { readCommand } from '../domain/dialog/commands'
import type { AnswerSpec, AnswerValue } from '../domain/dialog/definition'
import { understand } from '../domain/dialog/understand'

/** Kinds of questions that can be asked on the command line: those answered in words. */
export const KINDS = [
  'yes_no',
  'number',
  'rating_1_5',
  'smiley',
  'choice',
  'multi_choice',
  'date',
  'time',
  'phone',
  'language',
  'text',
  'command',
] as const
export type Kind = (typeof KINDS)[number]

export interface Asked {
  kind: Kind
  language: string
  input: string
  /** min, max, integer · options · today, timezone, direction, order · defaultRegion · channel; all may be missing. */
  context: Record<string, unknown>
}

export const UNRECOGNISED = 'unrecognised'

export function isKind(kind: unknown): kind is Kind {
  return KINDS.some(known => known === kind)
}

/** The value, or `unrecognised`. Options are told by their place, from 1. */
export function readAs(
  asked: Asked,
  lexicon: Lexicon,
  today: (zone: string) => string,
): AnswerValue | number[] {
  const { context, input } = asked
  const language = heardAs(asked.language, lexicon)
  const channel = context.channel === 'sms' ? 'sms' : 'whatsapp'
  if (asked.kind === 'command') {
    const read = readCommand(input, { language, lexicon, channel })
    return read !== null && 'command' in read ? read.command : UNRECOGNISED
  }
  const zone = typeof context.timezone === 'string' ? context.timezone : 'Europe/Brussels'
  const labels = labelsOf(context.options)
  const answerContext: AnswerContext = {
    language,
    lexicon,
    today: dayOf(context.today) ?? today(zone),
    zone,
    channel,
    order: context.order === 'mdy' || context.order === 'ymd' ? context.order : 'dmy',
    ...(labels === undefined ? {} : { labels }),
  }
  const spec = specOf(asked.kind, context, Object.keys(labels ?? {}))
  const understood = understand({ text: input }, spec, answerContext)
  if (!understood.ok) return UNRECOGNISED
  if (spec.type === 'choice') return Number(understood.value)
  if (spec.type === 'multi_choice') return (understood.value as string[]).map(Number)
  return understood.value
}

function specOf(
  kind: Exclude<Kind, 'command'>,
  context: Record<string, unknown>,
  options: string[],
): AnswerSpec {
  switch (kind) {
    case 'number':
      return {
        type: 'number',
        min: numberOr(context.min, Number.NEGATIVE_INFINITY),
        max: numberOr(context.max, Number.POSITIVE_INFINITY),
        integer: context.integer === true,
      }
    case 'rating_1_5':
      return { type: 'scale', min: 1, max: 5 }
    case 'choice':
    case 'multi_choice':
      return { type: kind, options }
    case 'date':
      return context.direction === 'past' || context.direction === 'future'
        ? { type: 'date', direction: context.direction }
        : { type: 'date' }
    case 'phone':
      return {
        type: 'phone',
        region: typeof context.defaultRegion === 'string' ? context.defaultRegion : 'BE',
      }
    case 'text':
      return { type: 'text', maxLength: numberOr(context.maxLength, 4000) }
    default:
      return { type: kind }
  }
}

/** `prs` and `nl-BE` are heard as `fa-AF` and `nl`; a language we do not know as Dutch. */
function heardAs(tag: string, lexicon: Lexicon): string {
  const [whole, primary = ''] = [tag.replace('_', '-'), tag.split(/[-_]/)[0]?.toLowerCase()]
  if (lexicon.ears.has(whole)) return whole
  return primary === 'prs' ? 'fa-AF' : lexicon.ears.has(primary) ? primary : 'nl'
}

function labelsOf(options: unknown): Record<string, string> | undefined {
  if (!Array.isArray(options)) return undefined
  return Object.fromEntries(options.map((label, index) => [String(index + 1), String(label)]))
}

function dayOf(today: unknown): string | undefined {
  if (typeof today !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(today)) return undefined
  const day = today.slice(0, 10)
  return Number.isNaN(Date.parse(day)) ? undefined : day
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}
