import { countInbox } from '../use-cases/readInbox'
import { readToday } from '../use-cases/readToday'
import { numberOf, readWaiting } from '../use-cases/readWaiting'
import type { TodayRoutes } from '../web/pages/today/routes'
import { createTaskDesk } from './tasks'
import type { DeskTools } from './tools'

/** The first page of a coordinator, and the counts in everybody's menu. */
export function createTodayDesk(tools: DeskTools): TodayRoutes {
  const { documents, clock } = tools
  return {
    ...createTaskDesk(tools),
    texts: tools.content.texts,
    read: ({ organisation }, all) => readToday(tools, organisation, all),
    waiting: async ({ organisation, _id }) => {
      const [tasks, { waiting, mine }] = await Promise.all([
        readWaiting(documents, organisation, clock.now()),
        countInbox(tools, organisation, _id),
      ])
      return { today: numberOf(tasks), inbox: waiting + mine }
    },
  }
}
