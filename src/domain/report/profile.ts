import type { NamedReply } from '../conversation'
import type { Counted } from './distribution'
import { originOf } from './origin'
import { tally } from './tally'

/** What the intake tells of people, as far as they wanted to. Each has a base of its own: who answered that question. */
export const PROFILE_QUESTIONS = ['gender', 'age', 'origin', 'diploma'] as const
export type ProfileQuestion = (typeof PROFILE_QUESTIONS)[number]

export interface ProfileRows {
  question: ProfileQuestion
  /** How many of the people have an answer on record. */
  known: number
  rows: Counted[]
}

/** 25 to 39 stands apart (domain reference 8.5). */
const AGES = [
  ['under_25', 25],
  ['25_39', 40],
  ['40_54', 55],
  ['55_up', Number.POSITIVE_INFINITY],
] as const

/** Counts of the people who did the intake (R3). Who gave no answer is in no row and not in the base: it is no zero. */
export function profileOf(
  replies: readonly Pick<NamedReply, 'contact' | 'answers' | 'at'>[],
  year: number,
): ProfileRows[] {
  const last = new Map(replies.toSorted((a, b) => a.at - b.at).map(reply => [reply.contact, reply.answers]))
  const people = [...last.values()]
  const rows = (question: ProfileQuestion, values: string[], order: readonly string[]): ProfileRows => {
    const counts: Record<string, number> = tally(values)
    return { question, known: values.length, rows: order.map(name => ({ name, count: counts[name] ?? 0 })) }
  }
  const said = (question: string) =>
    people.flatMap(({ [question]: answer }) =>
      typeof answer === 'string' && answer !== 'no_answer' && answer !== 'unknown' ? [answer] : [],
    )
  const ages = people.flatMap(({ birth_year }) =>
    typeof birth_year === 'number' ? [ageClass(year - birth_year)] : [],
  )
  const origins = said('origin').map(originOf)
  return [
    rows('gender', said('gender'), ['woman', 'man', 'other']),
    rows(
      'age',
      ages,
      AGES.map(([name]) => name),
    ),
    rows('origin', origins, byNumber(origins)),
    rows('diploma', said('diploma'), ['none', 'primary', 'secondary', 'higher']),
  ]
}

/** The largest first; there is no row of a country from which nobody comes. */
function byNumber(origins: readonly string[]): string[] {
  const counts: Record<string, number> = tally(origins)
  return Object.keys(counts).sort((a, b) => counts[b]! - counts[a]! || (a < b ? -1 : 1))
}

const ageClass = (age: number): string => AGES.find(([, below]) => age < below)![0]
