import type { OverEvents } from '../../../domain/report/overEvents'
import type { ReportsReading } from '../../../use-cases/readReports'
import type { Words } from '../../words'
import { type Speaking, shortDay } from './reading'
import { type Cell, columnsIn, counted, evaluationRows, exact } from './rows'
import { kindWord, opinionsIn } from './Together'

/** Events together as one table: each of them, all of them, their kinds, and what people thought; as on the page. */
export function overRows(speaking: Speaking, reading: ReportsReading): Cell[][] {
  const { words } = speaking
  const { lines, over } = reading
  return [
    columnsIn(words),
    ...lines.flatMap(line => eventRows(words, line)),
    ...(over.events > 0 ? [...togetherRows(words, over), ...kindRows(words, over)] : []),
    ...opinionsIn(reading).flatMap(instrument => evaluationRows(speaking, instrument)),
  ]
}

function eventRows(words: Words, line: ReportsReading['lines'][number]): Cell[][] {
  const { event, invited, saidYes, came, asked, answered, isOver } = line
  const about = [words.say('reports:events'), `${event.name}, ${shortDay(event.start, words)}`] as const
  return [
    counted(...about, words.say('reports:invited'), invited),
    exact(...about, words.say('reports:yes'), saidYes, invited),
    ...(isOver ? [exact(...about, words.say('reports:came.came'), came, invited)] : []),
    ...(asked > 0 ? [exact(...about, words.say('reports:gave_opinion'), answered, asked)] : []),
  ]
}

function togetherRows(words: Words, { events, counts }: OverEvents): Cell[][] {
  const [invited, yes, came, answered] = counts
  const about = [
    words.say('reports:over.title', { count: events }),
    words.say('reports:over.funnel'),
  ] as const
  return [
    counted(...about, words.say('reports:over.invited'), invited),
    exact(...about, words.say('reports:over.yes'), yes, invited),
    exact(...about, words.say('reports:over.came'), came, invited),
    exact(...about, words.say('reports:over.answered'), answered, came),
  ]
}

/** Different people, and how often they came: of each kind where there are several, and of all. */
function kindRows(words: Words, { kinds, people, participations }: OverEvents): Cell[][] {
  const all = { name: words.say('reports:kinds.all'), people, participations }
  const apart = kinds.length < 2 ? [] : kinds.map(kind => ({ name: kindWord(kind, words), ...kind }))
  const part = words.say('reports:kinds.title')
  return [...apart, all].flatMap(({ name, ...of }) => [
    counted(part, name, words.say('reports:kinds.people'), of.people),
    counted(part, name, words.say('reports:kinds.times'), of.participations),
  ])
}
