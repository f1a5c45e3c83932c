import { type Evaluation, ON_THE_DAY, type Way } from '../domain/anonymity/evaluation'
import type { Shape } from '../domain/anonymity/shape'
import { type Yields, yieldsOf } from '../domain/anonymity/tally'
import { addTotals, type Total } from '../domain/anonymity/totals'
import type { Enrolment } from '../domain/campaign'
import { type OwnQuestion, withOwnQuestions } from '../domain/dialog/ownQuestion'
import { groupBy } from '../domain/groupBy'
import { type QuestionFigures, questionFigures } from '../domain/report/questionFigures'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { type QuestionTotal, readTotals, type Totalled } from './readTotals'

/** What some blocks printed of one question, added up. */
interface Printed {
  figures: QuestionFigures
  /** People in the blocks that printed it: the base of its completeness. */
  people: number
  /** Blocks in which fewer than k people answered it. */
  silent: number
}

/** One question, or one option of a question with several answers, as far as it may be shown. */
export interface QuestionReport
  extends Printed,
    Pick<QuestionTotal, 'question' | 'option' | 'shape' | 'answers'> {
  /** An organiser's own, with its words. */
  own?: OwnQuestion
  /** The same for each class of people, where the event was planned with classes. */
  classes: ({ label: string } & Printed)[]
}

export interface InstrumentReport {
  instrument: string
  dialog: string
  way: Way
  questions: QuestionReport[]
}

/** An instrument at one event, with who was asked; a tablet at the door does not know that. */
export interface EvaluationReport extends InstrumentReport {
  state: Evaluation['state']
  /** ISO day. */
  closesOn: string
  yields: Yields
  asked?: Asked
}

export interface Asked {
  invited: number
  answered: number
}

type Reading = { documents: Documents; content: Pick<Content, 'dialog'> }

/** What people thought at one event: from the ledger, and from the marks on the enrolments how many were asked. */
export async function readEvaluations(
  deps: Reading,
  { organisation, campaign }: { organisation: string; campaign: string },
  enrolments: readonly Pick<Enrolment, 'evaluations' | 'attended'>[],
): Promise<EvaluationReport[]> {
  const evaluations = await deps.documents.collection('evaluations').list({ organisation, campaign })
  const own = evaluations.flatMap(({ ownQuestions = [] }) => ownQuestions)
  const { documents, content } = deps
  const dialog = (id: string, version?: number) => withOwnQuestions(content.dialog(id, version), own)
  const asked = { organisation, evaluations: evaluations.map(({ _id }) => _id) }
  const reports = await readInstruments({ documents, content: { dialog } }, asked)
  return evaluations.map(({ instrument, dialog: id, dialogVersion, way, state, closesOn }) => {
    const asks = dialog(id, dialogVersion)
    const found = reports.find(report => report.instrument === instrument && report.way === way)
    return {
      instrument,
      dialog: id,
      way,
      state,
      closesOn,
      yields: asks ? yieldsOf(asks) : { figures: true, words: true },
      questions: (found?.questions ?? []).map(report => withWords(report, own)),
      ...(way === 'chat' ? { asked: askedIn(enrolments, { instrument, dialog: id }) } : {}),
    }
  })
}

type Marks = readonly Pick<Enrolment, 'evaluations' | 'attended'>[]

/** How many were asked by chat, and how many of them answered. */
export const askedIn = (
  enrolments: Marks,
  { instrument, dialog }: Pick<Evaluation, 'instrument' | 'dialog'>,
): Asked => (dialog === ON_THE_DAY ? askedThere(enrolments, instrument) : askedOf(enrolments, instrument))

function askedOf(enrolments: Marks, instrument: string): Asked {
  const marks = enrolments.map(({ evaluations }) => evaluations[instrument])
  return {
    invited: marks.filter(mark => mark !== undefined).length,
    answered: marks.filter(mark => mark === 'answered').length,
  }
}

/** A poster asks everybody who is there, not only who takes out a phone. Nobody did: there was none. */
function askedThere(enrolments: Marks, instrument: string): Asked {
  const began = askedOf(enrolments, instrument)
  if (began.invited === 0) return began
  const there = enrolments.filter(({ evaluations, attended }) => attended || evaluations[instrument])
  return { ...began, invited: there.length }
}

function withWords(report: QuestionReport, all: readonly OwnQuestion[]): QuestionReport {
  const own = all.find(({ id }) => id === report.question)
  return own ? { ...report, own } : report
}

/** The same over many events: their classes are theirs, and are not added up. */
export async function readInstruments(deps: Reading, asked: Totalled): Promise<InstrumentReport[]> {
  const instruments = new Map<string, { about: Omit<InstrumentReport, 'questions'>; own: QuestionTotal[] }>()
  for (const total of await readTotals(deps, asked)) {
    const { instrument, dialog, way } = total
    const key = `${instrument}|${way}`
    const known = instruments.get(key)
    if (known) known.own.push(total)
    else instruments.set(key, { about: { instrument, dialog, way }, own: [total] })
  }
  return [...instruments.values()].map(({ about, own }) => ({ ...about, questions: questionsOf(own) }))
}

function questionsOf(totals: readonly QuestionTotal[]): QuestionReport[] {
  // A later version of a dialog may count other answers under the same name: those stand apart.
  const questions = groupBy(totals, ({ question, option, answers }) =>
    JSON.stringify([question, option, answers]),
  )
  return [...questions.values()].map(own => {
    const { question, option, shape, answers } = own[0]!
    const total = own.map(one => one.total).reduce<Total | null>(addTotals, null)!
    return {
      question,
      ...(option === undefined ? {} : { option }),
      shape,
      answers,
      ...printedOf(total, shape),
      classes: own
        .filter(({ label }) => label !== '')
        .map(one => ({ label: one.label, ...printedOf(one.total, shape) })),
    }
  })
}

const printedOf = (total: Total, shape: Shape): Printed => ({
  figures: questionFigures(total, shape),
  people: total.people,
  silent: total.silent,
})
