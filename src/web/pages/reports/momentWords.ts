import type { GroupedOutcomes, Point } from '../../../domain/report/outcomeReport'
import { lowerFirst, type Words } from '../../words'
import { shortDay } from './reading'

/** What a figure is about: `After 3 months`, `On 18 Apr 2018`. */
export function momentWords(point: Point, day: string | null, words: Words): string {
  const on = day === null ? '' : shortDay(day, words)
  if (point === null) return words.say('work:report.on', { day: on })
  const moment = words.say('work:after', { months: point })
  return on === '' ? moment : words.say('work:report.known_on', { moment, day: on })
}

/** The same, of what is asked beside work: `Study, after 3 months`. */
export const besideWords = (
  question: GroupedOutcomes['beside'][number]['question'],
  ...moment: Parameters<typeof momentWords>
): string => {
  const { say } = moment[2]
  return say('work:report.beside_about', {
    question: say(`work:report.beside.${question}.title`),
    moment: lowerFirst(momentWords(...moment)),
  })
}
