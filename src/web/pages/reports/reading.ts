import type { Policy } from '../../../domain/anonymity/printAtom'
import { NO_COUNTRY } from '../../../domain/report/origin'
import type { ProfileQuestion } from '../../../domain/report/profile'
import type { EventReport } from '../../../use-cases/readReport'
import { numbersIn } from '../../numbers'
import type { Words } from '../../words'
import type { Sayings } from '../campaign/sayings'
import { type FigureWords, figureWords } from './figureWords'

/** What it takes to say figures in the reader's words. */
export interface Speaking extends Sayings {
  words: Words
  figures: FigureWords
  policy: Policy
  /** On paper: everything is unfolded and nothing can be followed. */
  onPaper: boolean
}

/** And about which event. */
export interface Reading extends Speaking {
  report: EventReport
}

export const readingOf = (report: EventReport, words: Words, says: Sayings, onPaper = false): Reading => ({
  report,
  words,
  figures: figureWords(words, report.policy.s),
  policy: report.policy,
  onPaper,
  ...says,
})

export const reportPath = (id: string): string => `/reports/events/${encodeURIComponent(id)}`

/** `…T14:00` as a moment in the event's own day, for a date in words. */
export const dayWords = (iso: string, words: Words): string =>
  words.longDay(Date.parse(`${iso.slice(0, 10)}T12:00:00Z`))
/** `12 mrt 2026`: in a list of events of several years. */
export const shortDay = (iso: string, { language }: Words): string => numbersIn(language).day(iso)

/** An answer of the profile; countries are said by the reader's language itself. */
export const profileWord =
  (question: ProfileQuestion, words: Words) =>
  (name: string): string =>
    question === 'origin' && name !== NO_COUNTRY
      ? words.countryName(name)
      : words.say(`reports:profile.is.${name}`)

/** Several of them in one line; names of countries keep their capitals. */
export const profileList = (
  question: ProfileQuestion,
  words: Words,
): ((names: readonly string[]) => string) =>
  question === 'origin' ? numbersIn(words.language).names : words.list

export const instrumentWord = (instrument: string, words: Words): string =>
  words.sayOr(`reports:instrument.${instrument}`, `instrument.${instrument}`, 'instrument.other')
