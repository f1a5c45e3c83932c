import { z } from 'zod'
import { type Distribution, NOT_LISTED } from '../../domain/report/distribution'
import type { EvaluationReport, QuestionReport } from '../../use-cases/readEvaluations'
import type { EventReport } from '../../use-cases/readReport'
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
  answers: z
    .array(z.object({ answers: z.array(z.string()), atLeast: count, atMost: count }))
    .describe('Empty: too few to show'),
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
const STEP = z.object({
  step: z.string(),
  planned: count,
  sent: count,
  delivered: count,
  reportsRead: count.describe('Of the delivered, how many went where reading is told at all'),
  read: count,
  answered: count.nullable().describe('Null: nothing was asked'),
})

export const REPORT = z.object({
  campaign: ID,
  series: z.string(),
  isOver: z.boolean(),
  attendance: ATTENDANCE,
  others: z.array(z.object({ audience: z.string(), invited: count, came: count })),
  steps: z.array(STEP),
  evaluations: z.array(EVALUATION),
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

const questionOf = ({ question, option, figures, answers }: QuestionReport): z.infer<typeof QUESTION> => ({
  question,
  ...(option === undefined ? {} : { option }),
  answered: figures.n,
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

/** @param report as an organiser reads it */
export const reportOf = (report: EventReport): z.infer<typeof REPORT> => {
  const { event, isOver, attendance, others, steps, evaluations, needs, profile } = report
  const { invited, came, said } = attendance
  return {
    campaign: event.id,
    series: event.series,
    isOver,
    attendance: { invited, saidYes: said.yes.people, saidYesCame: said.yes.came, came },
    others,
    steps: steps.map(({ step, all }) => ({ step, ...all })),
    evaluations: evaluations.map(evaluationOf),
    needs: sharesOf(needs),
    profile: profile.map(({ question, shares }) => ({ question, shares: sharesOf(shares) })),
  }
}
