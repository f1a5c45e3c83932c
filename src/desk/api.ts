import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import { endHook, idFor, makeHook, readToken } from '../use-cases/apiAccess'
import type { Auditing } from '../use-cases/audit'
import { readWaiting } from '../use-cases/readWaiting'
import { secretHash } from '../use-cases/secretHash'
import { takeTry } from '../use-cases/takeTry'
import type { ApiRoutes } from '../web/api/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** What other programs do. Tokens live by the real clock, as staff do. */
export function createApiDesk(deps: Auditing, tools: DeskTools, near: boolean): ApiRoutes {
  const { documents } = tools
  const own = async (by: Staff, campaign: string) =>
    ofOwn(by, await documents.collection('campaigns').get(campaign), 'CAMPAIGN_NOT_FOUND')
  return {
    whose: async (token, from) => {
      const known = await readToken(deps, token)
      if (known) return { by: asCoordinator(known.by), scope: known.scope }
      if ((await takeTry(deps, secretHash('address', from))) !== null)
        throw new AppError('TOO_MANY_REQUESTS', 'Too many wrong tokens from here; wait a quarter of an hour')
      return null
    },
    idFor: (by, key, asked) => idFor(deps, by, key, asked),
    enrolments: async (by, campaign) =>
      documents.collection('enrolments').list({ campaign: (await own(by, campaign))._id }),
    enrolment: async (by, campaign, contact) =>
      ofOwn(
        by,
        await documents.collection('enrolments').get(`${campaign}:${contact}`, { fresh: true }),
        'CONTACT_NOT_FOUND',
      ),
    tasks: ({ organisation }) => readWaiting(documents, organisation, tools.clock.now()),
    made: async (by, id) => {
      const campaign = await documents.collection('campaigns').get(id, { fresh: true })
      return campaign && { ok: true, campaign: ofOwn(by, campaign, 'CAMPAIGN_NOT_FOUND') }
    },
    hooks: ({ organisation }) =>
      documents
        .collection('hooks')
        .list({ organisation, endedAt: { $exists: false } }, { sort: [['madeAt', 1]] }),
    makeHook: (by, asked) => makeHook({ ...deps, seal: tools.seal }, by, { ...asked, near }),
    endHook: (by, hook) => endHook(deps, by, hook),
  }
}

/** Another program does at most what a coordinator may. */
const asCoordinator = ({ _id, organisation }: Pick<Staff, '_id' | 'organisation'>): Staff => ({
  _id,
  organisation,
  name: '',
  email: '',
  role: 'coordinator',
  passwordVersion: 0,
})
