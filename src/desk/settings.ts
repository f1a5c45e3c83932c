import { CHANNELS } from '../domain/message'
import { senderOf } from '../domain/organisation'
import type { Staff } from '../domain/staff'
import { addStaff } from '../use-cases/addStaff'
import { endHook, endToken, makeHook, makeToken } from '../use-cases/apiAccess'
import type { Auditing } from '../use-cases/audit'
import { changeOrganisation } from '../use-cases/changeOrganisation'
import { changeRole, chooseSeries, stopAccess } from '../use-cases/changeStaff'
import { countOld } from '../use-cases/forgetOld'
import { inviteStaff } from '../use-cases/inviteStaff'
import { listSeries } from '../use-cases/listSeries'
import { readNames } from '../use-cases/readNames'
import type { SettingsRoutes } from '../web/pages/settings/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

const PER_PAGE = 100

/** What an admin sets for the organisation. Staff live by the real clock, messages by the product's. */
export function createSettingsDesk(deps: Auditing, tools: DeskTools, near: boolean): SettingsRoutes {
  const { documents, clock } = tools
  const staff = documents.collection('staff')
  const own = async (by: Staff) => ofOwn(by, await ownOrganisation(by))
  const ownOrganisation = async ({ organisation }: Staff) => {
    const found = await documents.collection('organisations').get(organisation)
    return found && { ...found, organisation: found._id }
  }
  return {
    clock,
    organisation: own,
    change: async (by, rev, subject, patch) => {
      await changeOrganisation(deps, by, rev, subject, patch)
      if (subject === 'hours') await tools.tick()
    },
    lastChange: async (by, subject) => {
      const entry = await documents
        .collection('auditLog')
        .first(
          { organisation: by.organisation, what: 'settings_changed', about: subject },
          { sort: [['at', -1]] },
        )
      const who = entry?.by === undefined ? null : await staff.get(entry.by)
      return entry ? { entry, name: who?.name ?? '' } : undefined
    },
    countOld: async (by, retention) => countOld(tools, await own(by), retention),
    languages: tools.content.texts.languages,
    senders: async by => {
      const { _id, senders } = await own(by)
      return Promise.all(
        CHANNELS.map(async channel => {
          const sender = await documents.collection('senders').get(senderOf(_id, channel))
          const isPaused = sender && sender.pausedUntil > clock.now()
          return {
            channel,
            address: senders[channel]?.address,
            ...(sender ? { perSecond: 1000 / sender.intervalMs } : {}),
            ...(isPaused ? { pausedUntil: sender.pausedUntil } : {}),
          }
        }),
      )
    },
    staff: async ({ organisation }) => {
      const all = await staff.list({ organisation }, { sort: [['email', 1]] })
      return Promise.all(
        all.map(async ({ _id, name, email, role, password, series, rev = 0 }) => {
          const sessions = await documents.collection('sessions').list({ staff: _id })
          const seen = sessions.map(({ seenAt }) => seenAt)
          return {
            _id,
            name,
            email,
            role,
            rev,
            ...(series ? { series } : {}),
            signsIn: password !== undefined,
            ...(seen.length > 0 ? { seenAt: Math.max(...seen) } : {}),
          }
        }),
      )
    },
    invite: async (by, { name, email, role }) => {
      const added = await addStaff(deps, { organisation: by.organisation, name, email, role, by: by._id })
      return { name, secret: await inviteStaff(deps, added, by._id) }
    },
    newLink: async (by, id) => {
      const colleague = ofOwn(by, await staff.get(id))
      return { name: colleague.name, secret: await inviteStaff(deps, colleague, by._id) }
    },
    changeRole: (by, seen, role) => changeRole(deps, by, seen, role),
    chooseSeries: (by, seen, series) => chooseSeries(deps, by, seen, series),
    series: ({ organisation }) => listSeries(documents, organisation),
    stopAccess: (by, id) => stopAccess(deps, by, id),
    newId: tools.newId,
    tokens: async ({ organisation }) => {
      const tokens = await documents
        .collection('apiTokens')
        .list({ organisation }, { sort: [['madeAt', -1]] })
      return tokens.filter(({ endedAt }) => endedAt === undefined)
    },
    makeToken: (by, asked) => makeToken({ ...deps, seal: tools.seal }, by, asked),
    endToken: (by, token) => endToken(deps, by, token),
    hooks: async ({ organisation }) => {
      const hooks = await documents
        .collection('hooks')
        .list({ organisation, endedAt: { $exists: false } }, { sort: [['madeAt', -1]] })
      const deliveries = documents.collection('deliveries')
      return Promise.all(
        hooks.map(async hook => ({
          ...hook,
          waiting: await deliveries.count({ hook: hook._id, state: 'waiting' }),
          givenUp: await deliveries.count({ hook: hook._id, state: 'given_up' }),
        })),
      )
    },
    makeHook: (by, asked) => makeHook({ ...deps, seal: tools.seal }, by, { ...asked, near }),
    endHook: (by, hook) => endHook(deps, by, hook),
    log: async (by, after) => {
      const log = documents.collection('auditLog')
      const last = after === undefined ? null : await log.get(after)
      const entries = await log.list(
        { organisation: by.organisation },
        {
          sort: [['at', -1]],
          limit: PER_PAGE,
          ...(last?.organisation === by.organisation ? { after: last } : {}),
        },
      )
      const ids = entries.flatMap(({ by: who, staff: whom }) => [who, whom])
      const names = await readNames(documents, by.organisation, ids)
      return {
        lines: entries.map(entry => ({
          entry,
          by: names[entry.by ?? ''],
          whom: names[entry.staff ?? ''],
        })),
        older: entries.length === PER_PAGE ? entries.at(-1)?._id : undefined,
      }
    },
  }
}
