import { basename, join } from 'node:path'
import { z } from 'zod'
import { PURPOSES } from '../domain/contact'
import { BUILDING_BLOCKS, type Dialog, EFFECTS, type EffectName } from '../domain/dialog/definition'
import type { ContentProblem } from './problem'
import { listFiles, parseWith, readSource, type Source } from './source'

/** `snake_case`; becomes part of text keys and buttons. */
const ID = z
  .string({
    // YAML reads a bare true as a truth value, and older readers a bare yes too: say so instead of guessing.
    error: ({ input }) => (typeof input === 'boolean' ? "write 'yes' and 'no' between quotes" : undefined),
  })
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, 'is small letters, digits and _')
const OPTIONS = z.array(ID).min(2, 'needs two options or more')

/** One side of a ladder. */
const SIDE = z.array(ID).min(1, 'names an option')

const ANSWER = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('yes_no'), show: z.array(z.enum(['yes', 'no'])).optional() }),
  z.strictObject({ type: z.literal('scale'), min: z.int(), max: z.int() }),
  z.strictObject({ type: z.literal('smiley') }),
  z.strictObject({ type: z.literal('choice'), options: OPTIONS }),
  z.strictObject({ type: z.literal('multi_choice'), options: OPTIONS, none: ID.optional() }),
  z.strictObject({ type: z.literal('number'), min: z.number(), max: z.number(), integer: z.boolean() }),
  z.strictObject({
    type: z.literal('date'),
    direction: z.enum(['past', 'future']).optional(),
    min: z.iso.date().optional(),
    max: z.iso.date().optional(),
  }),
  z.strictObject({ type: z.literal('time') }),
  z.strictObject({ type: z.literal('phone'), region: z.string().regex(/^[A-Z]{2}$/, 'is two capitals: BE') }),
  z.strictObject({ type: z.literal('language') }),
  z.strictObject({ type: z.literal('text'), maxLength: z.int().min(1).max(4000) }),
  z.strictObject({ type: z.literal('location') }),
  z.strictObject({ type: z.literal('file'), accept: z.array(z.string()).min(1) }),
])

const ONE_OR_MORE = z.union([z.string(), z.array(z.string()).min(1)])
const CONDITION = z.union([
  z.strictObject({ question: z.string(), is: ONE_OR_MORE }),
  z.strictObject({ question: z.string(), isNot: ONE_OR_MORE }),
])

const EFFECT_NAMES: readonly string[] = [...EFFECTS, ...PURPOSES.map(purpose => `consent:${purpose}`)]
const EFFECT = z.custom<EffectName>(
  name => typeof name === 'string' && EFFECT_NAMES.includes(name),
  `is none of: ${EFFECTS.join(', ')}`,
)

const DIALOG = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is small letters, digits and -'),
  version: z.int().min(1),
  privacy: z.enum(['named', 'anonymous']),
  instrument: z.string().optional(),
  purpose: z.enum(PURPOSES),
  closesAfterDays: z.number().positive(),
  remindAfterHours: z.number().positive().optional(),
  quiet: z.boolean(),
  echo: z.array(ID).optional(),
  ownQuestions: z.strictObject({ most: z.int().min(1).max(5), before: ID }).optional(),
  questions: z
    .array(
      z.strictObject({
        id: ID,
        answer: ANSWER,
        optional: z.boolean(),
        askWhen: CONDITION.optional(),
        effect: EFFECT.optional(),
        acknowledge: z.enum(['always', 'per_option']).optional(),
        endWhen: z.array(z.string()).min(1).optional(),
        laterWhen: z.strictObject({ option: z.string(), hours: z.number().positive() }).optional(),
        againWhen: z.array(z.string()).min(1).optional(),
        block: z.enum(BUILDING_BLOCKS).optional(),
        ladder: z.strictObject({ low: SIDE, high: SIDE }).optional(),
      }),
    )
    .min(1, 'a dialog asks something'),
})

export interface LoadedDialog {
  dialog: Dialog
  source: Source
  /** An earlier version, kept for the people who are in the middle of it. */
  old: boolean
}

/** `dialogs/<id>.yaml`, and versions that people may still be in: `dialogs/old/<id>.<version>.yaml`. */
export function loadDialogs(folder: string): { dialogs: LoadedDialog[]; problems: ContentProblem[] } {
  const problems: ContentProblem[] = []
  const dialogs = listFiles(join(folder, 'dialogs'), '.yaml').flatMap(file => {
    const source = readSource(folder, file)
    const { value, problems: found } = parseWith<Dialog>(DIALOG, source)
    problems.push(...found)
    if (!value) return []
    const old = source.file.startsWith('dialogs/old/')
    const name = old ? `${value.id}.${value.version}` : value.id
    if (basename(file, '.yaml') !== name)
      problems.push({
        file: source.file,
        line: source.line(['id']),
        message: `the file of this dialog is called ${name}.yaml`,
      })
    return [{ dialog: value, source, old }]
  })
  return { dialogs, problems }
}
