import { z } from 'zod'
import { type Distribution, NOT_LISTED } from '../../domain/report/distribution'
import type { ClassFunnel } from '../../domain/report/eventReport'
import { printedMean, type QuestionFigures } from '../../domain/report/questionFigures'
import type { EvaluationReport, QuestionReport } from '../../use-cases/readEvaluations'
import type { EventReport, NamedReport } from '../../use-cases/readReport'
import { ID } from './schemas'

// The figures of a report as a download shows them: no names, no numbers, and no count of few.

const count = z.number().int()
const SHARES = z.object({
  of: count,
  counts: z.array(z.object({ names: z.array(z.string()), count })).describe('Few are counted together'),
})
const QUESTION = z.object({
  question: z.string(),
  option: z.string().optional(),
  answered: count,
  mean: z.object({ atLeast: z.number(), atMost: z.number() }).optional(),
  answers: z
    .array(z.object({ answers: z.array(z.string()), atLeast: count, atMost: count }))
    .describe('Empty: too few to show'),
})
const MEAN = z.number().describe('Of scores 1 to 5, with one decimal')
const NAMED = z.object({
  instrument: z.string(),
  dialog: z.string(),
  replies: count,
  questions: z.array(
    z.object({ question: z.string(), answered: count, mean: MEAN.optional(), shares: SHARES.nullable() }),
  ),
})
const EVALUATION = z.object({
  instrument: z.string(),
  dialog: z.string(),
  way: z.enum(['chat', 'post', 'kiosk']),
  state: z.enum(['open', 'closed']),
  closesOn: z.string(),
  invited: count.optional(),
  questions: z.array(QUESTION),
})
const ATTENDANCE = z.object({ invited: count, saidYes: count, saidYesCame: count, came: count })
const FUNNEL = z.object({
  planned: count,
  sent: count,
  delivered: count,
  reportsRead: count.describe('Of the delivered, how many went where reading is told at all'),
  read: count,
  answered: count.nullable().describe('Null: nothing was asked'),
})
const GROUPS = z
  .array(FUNNEL.extend({ members: z.array(z.string()).describe('Shown together') }))
  .nullable()
  .describe('Null: too few people in one of them, so only everybody together')
const STEP = FUNNEL.extend({ step: z.string(), language: GROUPS, channel: GROUPS })

export const REPORT = z.object({
  campaign: ID,
  series: z.string(),
  isOver: z.boolean(),
  attendance: ATTENDANCE,
  others: z.array(z.object({ audience: z.string(), invited: count, came: count })),
  steps: z.array(STEP),
  evaluations: z.array(EVALUATION),
  named: z.array(NAMED).describe('Instruments that carry names, counted over all who answered'),
  blocks: z.array(z.object({ block: z.string(), answered: count, mean: MEAN })),
  needs: SHARES.nullable(),
  profile: z.array(z.object({ question: z.string(), shares: SHARES.nullable() })),
})

const sharesOf = (shares: Distribution | null): z.infer<typeof SHARES> | null =>
  shares && {
    of: shares.base,
    counts: [
      ...shares.rows.map(({ name, count: people }) => ({ names: [name], count: people })),
      ...(shares.other ? [{ names: shares.other.names, count: shares.other.count }] : []),
    ].map(row => ({ ...row, names: row.names.map(name => (name === NOT_LISTED ? 'not_listed' : name)) })),
  }

const meanOf = ({ mean }: QuestionFigures) => {
  if (!mean) return {}
  const [atLeast, atMost] = printedMean(mean)
  return { mean: { atLeast, atMost } }
}

const questionOf = ({ question, option, figures, answers }: QuestionReport): z.infer<typeof QUESTION> => ({
  question,
  ...(option === undefined ? {} : { option }),
  answered: figures.n,
  ...meanOf(figures),
  answers: figures.cells.map(({ answers: places, lo, hi }) => ({
    answers: places.map(place => answers[place] ?? ''),
    atLeast: lo,
    atMost: hi,
  })),
})

const evaluationOf = (evaluation: EvaluationReport): z.infer<typeof EVALUATION> => {
  const { instrument, dialog, way, state, closesOn, asked, questions } = evaluation
  const about = { instrument, dialog, way, state, closesOn, questions: questions.map(questionOf) }
  return asked ? { ...about, invited: asked.invited } : about
}

const groupsOf = (groups: ClassFunnel[] | null): z.infer<typeof GROUPS> =>
  groups?.map(({ members, funnel }) => ({ members, ...funnel })) ?? null

const namedOf = ({ instrument, dialog, replies, questions }: NamedReport): z.infer<typeof NAMED> => ({
  instrument,
  dialog,
  replies,
  questions: questions.map(({ question, n, mean, shares }) => ({
    question,
    answered: n,
    ...(mean === undefined ? {} : { mean }),
    shares: sharesOf(shares),
  })),
})

/** @param report as an organiser reads it */
export const reportOf = (report: EventReport): z.infer<typeof REPORT> => {
  const { event, isOver, attendance, others, steps, evaluations, named, blocks, needs, profile } = report
  const { invited, came, said } = attendance
  return {
    campaign: event.id,
    series: event.series,
    isOver,
    attendance: { invited, saidYes: said.yes.people, saidYesCame: said.yes.came, came },
    others,
    steps: steps.map(({ step, all, language, channel }) => ({
      step,
      ...all,
      language: groupsOf(language),
      channel: groupsOf(channel),
    })),
    evaluations: evaluations.map(evaluationOf),
    named: named.map(namedOf),
    blocks: blocks.map(({ block, n, mean }) => ({ block, answered: n, mean })),
    needs: sharesOf(needs),
    profile: profile.map(({ question, shares }) => ({ question, shares: sharesOf(shares) })),
  }
}
