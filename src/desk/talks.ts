import { listTalks, readTalk } from '../use-cases/readTalk'
import type { TalkRoutes } from '../web/pages/talks/routes'
import type { DeskTools } from './tools'

/** What a supervisor reads of their own people, and nobody else. */
export const createTalkDesk = (tools: DeskTools): TalkRoutes => ({
  content: tools.content,
  mine: by => listTalks(tools, by),
  read: (by, contact) => readTalk(tools, by, contact),
})
