import { z } from 'zod'
import { AUDIENCES } from '../../domain/contact'
import { CHANNELS } from '../../domain/message'
import { ruleOf } from '../../domain/timeline/reasons'
import type { DryMessage, PersonRun } from '../../use-cases/dryRun'
import type { PlanLine, PlanReading } from '../../use-cases/readPlan'
import { CAMPAIGN, campaignOf } from './campaignSchemas'
import { ID, MOMENT } from './schemas'

// What would leave, with nothing written down.

const count = z.number().int()
const CENTS = z.number().describe('About, in cents')
const does = z.enum(['message', 'dialog', 'task'])
const skipped = z.string().optional().describe('Why it does not happen: off, past, no_consent, stopped')
const onlyIf = z
  .enum(['silent', 'coming', 'attended', 'absent', 'refused'])
  .optional()
  .describe('It depends on what they do first')
const rule = z.string().describe('Why then, in English: 1 month before start (G2)')

const day = z.number().int().min(-400).max(400)
export const STEP_CHANGE = z.object({
  days: day.exactOptional().describe('From its anchor, within its window; a minus is before it'),
  hour: z.number().int().min(0).max(23).exactOptional().describe('Where the day has it'),
  off: z.literal(true).exactOptional().describe('It does not happen'),
})

const PLANNED = z.object({
  step: z.string(),
  audience: z.enum(AUDIENCES),
  does,
  at: MOMENT,
  rule,
  skipped,
  onlyIf,
  people: count,
  channels: z.partialRecord(z.enum(CHANNELS), count),
  cents: CENTS,
  instead: z
    .array(z.object({ wanted: z.string(), language: z.string(), people: count }))
    .describe('Languages without a text for it, and which one comes instead'),
  may: z
    .object({
      first: count.optional(),
      last: count.optional(),
      meant: count.optional(),
      hours: z.array(count),
    })
    .optional()
    .describe('Days and hours that it may be put on; absent: nothing of it may be changed'),
  change: STEP_CHANGE.describe('What was changed about it'),
})

const plannedOf = ({ dueAt, reasons, channels, ...line }: PlanLine): z.infer<typeof PLANNED> => ({
  ...line,
  at: dueAt,
  rule: ruleOf(reasons),
  channels: Object.fromEntries(channels),
})

export const PLAN = z.object({
  campaign: CAMPAIGN,
  people: count,
  messages: count,
  cents: CENTS,
  silent: z.record(z.string(), count).describe('Who gets nothing as things stand: how many, by reason'),
  lacking: z
    .array(z.object({ step: z.string(), fields: z.array(z.string()) }))
    .describe('What the texts still need before it can start'),
  steps: z.array(PLANNED).describe('Empty until there is a day'),
})

export const planOf = ({
  campaign,
  lines,
  people,
  messages,
  cents,
  silent,
  lacking,
}: PlanReading): z.infer<typeof PLAN> => ({
  campaign: campaignOf(campaign),
  people,
  messages,
  cents,
  silent: Object.fromEntries(silent),
  lacking,
  steps: lines.map(plannedOf),
})

const MESSAGE = z.object({
  step: z.string(),
  does,
  task: z.string().optional(),
  at: MOMENT,
  rule,
  skipped,
  onlyIf,
  channel: z.enum(CHANNELS).optional(),
  as: z.enum(['text', 'template']).optional(),
  language: z.string().optional(),
  wanted: z.string().optional().describe('Their language, where it has no text for it'),
  text: z.string().optional().describe('As their phone will show it'),
  choices: z.array(z.string()).optional(),
  parts: count.optional().describe('Of an SMS'),
  cents: CENTS,
})

const messageOf = (message: DryMessage): z.infer<typeof MESSAGE> => {
  const { step, does: deed, task, dueAt, reasons, rendered, channel, parts, cents, ...depends } = message
  const { text, language, wanted, choices, template } = rendered ?? {}
  return {
    step,
    does: deed,
    task,
    at: dueAt,
    rule: ruleOf(reasons),
    skipped: depends.skipped,
    onlyIf: depends.onlyIf,
    channel,
    as: rendered && (template && channel === 'whatsapp' ? 'template' : 'text'),
    language,
    wanted,
    text,
    choices: choices?.map(({ label }) => label),
    parts,
    cents,
  }
}

export const PERSON_RUN = z.object({
  contact: ID,
  language: z.string(),
  cents: CENTS,
  steps: z.array(MESSAGE),
})

export const personRunOf = ({ contact, steps }: PersonRun): z.infer<typeof PERSON_RUN> => ({
  contact: contact._id,
  language: contact.language,
  cents: steps.reduce((sum, step) => sum + step.cents, 0),
  steps: steps.map(messageOf),
})
