import { keepCase } from '../use-cases/keepCase'
import { noteTask } from '../use-cases/noteTask'
import { readNoted } from '../use-cases/readNoted'
import { takeBackResult } from '../use-cases/takeBackResult'
import type { TaskRoutes } from '../web/pages/tasks/deeds'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** What waits for a person: done, tried in vain, or taken back. */
export function createTaskDesk(tools: DeskTools): TaskRoutes {
  const tasks = tools.documents.collection('tasks')
  const deps = {
    ...tools,
    replan: (campaign: string, contact: string) => tools.turns.replan(campaign, contact),
  }
  return {
    noteTask: async (by, id, result, said) => {
      ofOwn(by, await tasks.get(id))
      const noted = await noteTask(deps, id, result, by._id, said)
      await keepCase(tools, noted.task.contact)
      tools.kick(noted.task.contact, noted.task.organisation)
      return noted
    },
    takeBackResult: async (by, id) => {
      const { contact } = ofOwn(by, await tasks.get(id))
      const isBack = await takeBackResult(deps, id)
      await keepCase(tools, contact)
      return isBack
    },
    noted: async (by, id) => readNoted(tools.documents, ofOwn(by, await tasks.get(id))),
  }
}
