import type { CampaignLine } from '../../../use-cases/readCampaigns'
import type { Words } from '../../words'
import { stepName } from '../campaign/whyThen'

/** More than so many gaps are said as a number. */
const MOST_NAMED = 4

/** How one campaign stands: `Missing: stop, contact person`, or `64 people, 42 come. Next: reminder, Tue 8 Dec.` */
export function sentenceOf(line: CampaignLine, words: Words): string {
  const { say } = words
  const { gathers, people, yes, present, waiting, lacking, next, over } = line
  const count = say('people.count', { count: people })
  const about = (gathering: 'over' | 'coming', coming: number) =>
    say(`campaigns:line.${gathers ? gathering : 'only_asked'}`, { people: count, count: coming })
  switch (line.campaign.state) {
    case 'draft':
      if (lacking.length > 0) return say('campaigns:line.missing', { fields: fieldList(lacking, words) })
      return people === 0 ? say('campaigns:line.nobody') : say('campaigns:line.ready', { people: count })
    case 'paused':
      return say('campaigns:line.paused', { count: waiting })
    case 'cancelled':
      return say('campaigns:line.cancelled', { people: count })
    case 'done':
      return about('over', present)
    case 'running':
      if (over && next === undefined) return about('over', present)
      return [
        about('coming', yes),
        ...(next
          ? [say('campaigns:line.next', { step: stepName(next.step, words), day: words.day(next.at) })]
          : []),
      ].join(' ')
  }
}

function fieldList(fields: readonly string[], words: Words): string {
  const named = fields.slice(0, MOST_NAMED).map(field => words.say(`campaigns:short.${field}`))
  const more = fields.length - named.length
  return [...named, ...(more > 0 ? [words.say('campaigns:line.more', { count: more })] : [])].join(', ')
}
