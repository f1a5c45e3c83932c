import { z } from 'zod'
import type { Campaign, StepChange } from '../../domain/campaign'
import type { Staff } from '../../domain/staff'
import { AppError } from '../../errors'
import type { Desk } from '../desk'
import { CAMPAIGN, campaignOf } from './campaignSchemas'
import { type Endpoint, endpoint } from './endpoint'
import { STEP_CHANGE } from './planSchemas'

const VERSION = z.number().int().describe('Of the campaign as you read it; refused when it changed since')
export const LOCAL = z.iso.datetime({ local: true, precision: -1 }).describe('Local time: 2026-12-17T14:00')

/** What a refusal says of how the campaign stands now. */
export const standingOf = ({ version, state }: Campaign) => ({ version, state })

/** Does it, and tells how the campaign is then. Asked for again after it was done, it is done all the same. */
async function change(
  { campaigns }: Desk,
  by: Staff,
  id: string,
  { deed, isDone }: { deed(campaign: Campaign): Promise<void>; isDone(campaign: Campaign): boolean },
): Promise<z.infer<typeof CAMPAIGN>> {
  try {
    await deed(await campaigns.campaign(by, id))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CAMPAIGN_CHANGED') throw error
    const now = await campaigns.campaign(by, id)
    if (!isDone(now)) throw new AppError(error.code, error.message, { ...error.facts, ...standingOf(now) })
  }
  return campaignOf(await campaigns.campaign(by, id))
}

const isSame = (one: StepChange, other: StepChange): boolean =>
  (['days', 'hour', 'off'] as const).every(what => one[what] === other[what])

/** A change that takes nothing but the version. */
const simple = (name: 'pause' | 'resume' | 'cancel', ends: Campaign['state'], summary: string): Endpoint =>
  endpoint({
    name,
    method: 'post',
    path: `/campaigns/{campaign}/${name}`,
    summary,
    body: z.object({ version: VERSION }),
    answer: CAMPAIGN,
    run: (desk, { by, params, body: { version } }) =>
      change(desk, by, params.campaign ?? '', {
        deed: campaign =>
          name === 'cancel'
            ? desk.campaigns.cancel(by, campaign._id, version)
            : desk.campaigns[name](by, campaign, version),
        isDone: ({ state }) => state === ends,
      }),
  })

/** What is seen by those who are invited. */
export const CHANGE_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'start',
    method: 'post',
    path: '/campaigns/{campaign}/start',
    summary: 'A draft begins: its messages leave when their moment comes. Refused with what it still lacks.',
    body: z.object({
      version: VERSION,
      askConsent: z
        .boolean()
        .default(false)
        .describe('Also asks those for consent who were never asked; without consent nobody gets more'),
    }),
    answer: CAMPAIGN,
    run: (desk, { by, params, body }) =>
      change(desk, by, params.campaign ?? '', {
        deed: campaign => desk.campaigns.start(by, campaign, body.version, body.askConsent),
        isDone: ({ state }) => state === 'running',
      }),
  }),
  simple('pause', 'paused', 'What is planned waits. Answers still come in.'),
  simple('resume', 'running', 'It goes on; what is too late by now is taken back.'),
  endpoint({
    name: 'move',
    method: 'post',
    path: '/campaigns/{campaign}/move',
    summary: 'Another day or hour. Everyone who heard of the event is told; what waits moves along.',
    body: z.object({ version: VERSION, start: LOCAL, end: LOCAL }),
    answer: CAMPAIGN,
    run: (desk, { by, params, body }) =>
      change(desk, by, params.campaign ?? '', {
        deed: ({ _id }) => desk.campaigns.move(by, _id, body.version, body.start, body.end),
        isDone: ({ event }) => event.start === body.start && event.end === body.end,
      }),
  }),
  endpoint({
    name: 'changeStep',
    method: 'put',
    path: '/campaigns/{campaign}/steps/{step}',
    summary: 'Another day or hour for one step, or it is left out; with the version alone it is as at first.',
    body: STEP_CHANGE.extend({ version: VERSION }),
    answer: CAMPAIGN,
    run: (desk, { by, params: { campaign: id = '', step = '' }, body: { version, ...wanted } }) =>
      change(desk, by, id, {
        deed: campaign => desk.campaigns.changeStep(by, campaign, version, step, wanted),
        isDone: ({ steps = {} }) => isSame(steps[step] ?? {}, wanted),
      }),
  }),
  simple(
    'cancel',
    'cancelled',
    'The event does not happen. Everyone who heard of it is told; nothing else leaves.',
  ),
]
