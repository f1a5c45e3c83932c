import type { Staff } from '../domain/staff'
import { noteMeant, readMeant } from '../use-cases/noteMeant'
import { readPerson } from '../use-cases/readPerson'
import { repeatStep } from '../use-cases/repeatStep'
import { setRsvp } from '../use-cases/setRsvp'
import type { PersonRoutes } from '../web/pages/person/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** One person in one campaign: how far every message is, whether they come, and a message once more. */
export function createPersonDesk(tools: DeskTools): PersonRoutes {
  const { documents, content, tick } = tools
  const own = async (by: Staff, id: string) =>
    ofOwn(by, await documents.collection('campaigns').get(id), 'CAMPAIGN_NOT_FOUND')
  const ownTask = async (by: Staff, id: string) => ofOwn(by, await documents.collection('tasks').get(id))
  const replan = (campaign: string, contact: string) => tools.turns.replan(campaign, contact)
  return {
    texts: content.texts,
    person: async (by, campaign, contact) => readPerson(tools, await own(by, campaign), contact),
    setRsvp: async (by, change) => {
      await own(by, change.campaign)
      return setRsvp({ ...tools, replan }, { ...change, by: by._id })
    },
    repeat: async (by, campaign, step, contact) => {
      const { _id } = await own(by, campaign)
      const only = contact === undefined ? {} : { only: contact }
      const count = await repeatStep(tools, { campaign: _id, step, by: by._id, ...only })
      await tick()
      return count
    },
    meant: async (by, task) => readMeant(tools, await ownTask(by, task)),
    noteMeant: async (by, task, contact) => noteMeant(tools, await ownTask(by, task), contact, by._id),
  }
}
