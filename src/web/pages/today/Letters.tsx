import type { Task } from '../../../domain/conversation'
import type { TodayReading } from '../../../use-cases/readToday'
import { Tag } from '../../components/Tag'
import type { Words } from '../../words'
import { TASK_SIGNS } from '../campaign/Tasks'
import { stepName } from '../campaign/whyThen'

/** Letters are one piece of work for each event, however many there are. */
export function Letters({ reading, words }: { reading: TodayReading; words: Words }) {
  const { letters, names } = reading
  const piles = new Map<string, Task[]>()
  for (const letter of letters) {
    const key = `${letter.campaign ?? ''}|${letter.step ?? ''}`
    piles.set(key, [...(piles.get(key) ?? []), letter])
  }
  return (
    <section class="sheet waits" aria-labelledby="waits-letter">
      <h2 id="waits-letter">
        {words.say('today:block.letter')}{' '}
        <Tag icon={TASK_SIGNS.letter} colour="buoy">
          {letters.length}
        </Tag>
      </h2>
      <ul class="rows">
        {[...piles].map(([key, pile]) => (
          <li key={key} class="pile">
            <div>
              <h3>{pile[0]?.step ? stepName(pile[0].step, words) : words.say('task.letter')}</h3>
              <p class="soft">
                <bdi>{names[pile[0]?.campaign ?? ''] ?? ''}</bdi> ·{' '}
                {words.say('people.count', { count: pile.length })}
              </p>
            </div>
            <form method="post" action="/today">
              {pile.map(({ _id }) => (
                <input key={_id} type="hidden" name="task" value={_id} />
              ))}
              <button type="submit">{words.say('do.all_done', { count: pile.length })}</button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
