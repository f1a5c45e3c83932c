import { standingOf } from '../domain/report/personOf'
import { askConsent } from '../use-cases/askConsent'
import { changeCampaign } from '../use-cases/changeCampaign'
import { changeStep } from '../use-cases/changeStep'
import { editEvent, previewEdit } from '../use-cases/editEvent'
import { previewChange } from '../use-cases/previewChange'
import { readPeople } from '../use-cases/readPeople'
import type { PlanningRoutes } from '../web/pages/planning/routes'
import type { DeskTools } from './tools'

type Changes = Pick<
  PlanningRoutes,
  'previewChange' | 'start' | 'pause' | 'resume' | 'previewEdit' | 'edit' | 'changeStep'
>

/** What those who are invited notice: each is followed by a look at what is due. */
export function createChangesDesk(tools: DeskTools): Changes {
  const { documents, tick } = tools
  const change = async (id: string, version: number, what: 'start' | 'pause' | 'resume') => {
    await changeCampaign(tools, id, version, { what })
    await tick()
  }
  return {
    previewChange: (_by, { _id }, asked) => previewChange(tools, _id, asked),
    start: async (_by, campaign, version, asksConsent) => {
      const { chosen } = await readPeople(documents, campaign, {})
      await change(campaign._id, version, 'start')
      if (!asksConsent) return
      for (const contact of chosen)
        if (standingOf(contact) === 'not_asked' && contact.addresses.length > 0)
          await askConsent(tools, contact._id)
      await tick()
    },
    pause: (_by, { _id }, version) => change(_id, version, 'pause'),
    resume: (_by, { _id }, version) => change(_id, version, 'resume'),
    previewEdit: (_by, campaign, form) => previewEdit(tools, campaign, form),
    edit: async (_by, campaign, version, form) => {
      await editEvent(tools, campaign, version, form)
      await tick()
    },
    changeStep: async (_by, ...asked) => {
      await changeStep(tools, ...asked)
      await tick()
    },
  }
}
