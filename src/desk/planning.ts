import type { Contact } from '../domain/contact'
import { standingOf } from '../domain/report/personOf'
import type { Staff } from '../domain/staff'
import { writeCsv } from '../lists/writeCsv'
import { askConsent } from '../use-cases/askConsent'
import { changeCampaign } from '../use-cases/changeCampaign'
import { changeStep } from '../use-cases/changeStep'
import { conclusionsOf } from '../use-cases/concludeReport'
import { dryRun } from '../use-cases/dryRun'
import { editEvent, previewEdit } from '../use-cases/editEvent'
import { enrolPeople, takeOut, takeOutSince } from '../use-cases/enrolPeople'
import { previewChange } from '../use-cases/previewChange'
import { readCampaigns } from '../use-cases/readCampaigns'
import { readForm } from '../use-cases/readForm'
import { readPeople } from '../use-cases/readPeople'
import { readPlan } from '../use-cases/readPlan'
import { removeDraft } from '../use-cases/removeDraft'
import { saveDraft } from '../use-cases/saveDraft'
import { sendTest } from '../use-cases/sendTest'
import type { PlanningRoutes } from '../web/pages/planning/routes'
import { ofOwn } from './ofOwn'
import { ownCampaign } from './ownCampaign'
import type { DeskTools } from './tools'

/** A coordinator plans a campaign, from the empty form to its start, and changes what runs. */
export function createPlanningDesk(tools: DeskTools): PlanningRoutes {
  const { documents } = tools
  const campaigns = documents.collection('campaigns')
  const rendering = { ...tools.sending, content: tools.content }
  const contactsOf = (by: Staff, ids: readonly string[]): Promise<Contact[]> =>
    Promise.all(
      [...new Set(ids)].map(async id =>
        ofOwn(by, await documents.collection('contacts').get(id), 'CONTACT_NOT_FOUND'),
      ),
    )
  const change = async (id: string, version: number, what: 'start' | 'pause' | 'resume') => {
    await changeCampaign(tools, id, version, { what })
    await tools.tick()
  }
  return {
    lines: ({ organisation }) => readCampaigns(tools, organisation),
    campaign: (by, id) => ownCampaign(tools, by, id),
    newKey: tools.newId,
    form: (by, asked) => readForm(tools, by, asked),
    save: (by, asked) => saveDraft(tools, by, asked),
    removeDraft: async (by, id, back) => {
      ofOwn(by, await campaigns.get(id), 'CAMPAIGN_NOT_FOUND')
      await removeDraft(tools, id, back)
    },
    staffName: async (by, id) => {
      const staff = id === undefined ? null : await documents.collection('staff').get(id)
      return staff?.organisation === by.organisation ? staff.name : ''
    },
    conclusions: async ({ organisation }, series) =>
      (await conclusionsOf(tools, { organisation, series })).map(
        ({ action, owner }) => `${action} · ${owner}`,
      ),
    people: (_by, campaign, filter) => readPeople(documents, campaign, filter),
    enrol: async (by, campaign, ids) => {
      const enrolled = await enrolPeople(tools, campaign, await contactsOf(by, ids))
      if (campaign.state !== 'draft') await tools.tick()
      return enrolled
    },
    takeOut: (_by, campaign, contact) => takeOut(tools, campaign._id, contact),
    takeOutSince: (_by, campaign, at) => takeOutSince(tools, campaign, at),
    plan: (_by, campaign) => readPlan(rendering, campaign),
    changeStep: async (_by, ...asked) => {
      await changeStep(tools, ...asked)
      await tools.tick()
    },
    peopleIn: async (_by, campaign) => {
      const { chosen } = await readPeople(documents, campaign, {})
      return chosen.map(({ _id }) => _id)
    },
    dryRun: (_by, campaign, only) => dryRun(rendering, campaign, { only }),
    joining: async (by, campaign, ids) => dryRun(rendering, campaign, { joining: await contactsOf(by, ids) }),
    csv: writeCsv,
    previewChange: (_by, { _id }, asked) => previewChange(tools, _id, asked),
    start: async (_by, campaign, version, asksConsent) => {
      const { chosen } = await readPeople(documents, campaign, {})
      await change(campaign._id, version, 'start')
      if (!asksConsent) return
      for (const contact of chosen)
        if (standingOf(contact) === 'not_asked' && contact.addresses.length > 0)
          await askConsent(tools, contact._id)
      await tools.tick()
    },
    pause: (_by, { _id }, version) => change(_id, version, 'pause'),
    resume: (_by, { _id }, version) => change(_id, version, 'resume'),
    previewEdit: (_by, campaign, form) => previewEdit(tools, campaign, form),
    edit: async (_by, campaign, version, form) => {
      await editEvent(tools, campaign, version, form)
      await tools.tick()
    },
    sendTest: (by, campaign, asked) => sendTest({ ...rendering, newId: tools.newId }, by, campaign, asked),
  }
}
