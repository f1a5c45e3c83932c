import type { Staff } from '../domain/staff'
import { checkIn } from '../use-cases/checkIn'
import { readScan, type Scan } from '../use-cases/readScan'
import { phoneWords } from '../web/pages/campaign/TaskGroup'
import type { CodeRoutes } from '../web/pages/code/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** What the code on a letter opens: at the door for staff, the chat for everybody else. */
export function createCodeDesk({ documents, content, clock, turns }: DeskTools): CodeRoutes {
  const { texts } = content
  const scan = async (by: Staff, code: string, at: string | undefined): Promise<Scan | null> => {
    const door =
      at === undefined
        ? undefined
        : ofOwn(by, await documents.collection('campaigns').get(at), 'CAMPAIGN_NOT_FOUND')
    return readScan({ documents }, by.organisation, code, door)
  }
  return {
    texts,
    scan,
    checkIn: async (by, code, at) => {
      const found = await scan(by, code, at)
      if (!found || found.standing === 'not_on_list') return 'not_on_list'
      const { contact, companions, children } = found.guest
      const door = { documents, clock, replan: turns.replan }
      return checkIn(door, found.campaign._id, { contact, by: by._id, companions, children })
    },
    onlyHouse: async () => {
      const [organisation, another] = await documents.collection('organisations').list({}, { limit: 2 })
      if (!organisation || another) return null
      const { name, project, senders } = organisation
      return { name, project, senders, sms: senders.sms && phoneWords(senders.sms.address) }
    },
  }
}
