import { type Request, Router } from 'express'
import type { HookEvent, Scope } from '../../../domain/api'
import type { LanguageTag } from '../../../domain/message'
import type { Organisation } from '../../../domain/organisation'
import type { Retention } from '../../../domain/settings/retention'
import type { AuditEntry, Role, Staff } from '../../../domain/staff'
import type { Clock } from '../../../ports/clock'
import type { NewId } from '../../../ports/ids'
import type { HookMade } from '../../../use-cases/apiAccess'
import type { SettingsSubject } from '../../../use-cases/changeOrganisation'
import type { Seen } from '../../../use-cases/changeStaff'
import type { Series } from '../../../use-cases/listSeries'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import type { ListedHook, ListedToken } from './ApiPage'
import { accessRoutes } from './accessRoutes'
import { type LogLine, LogPage } from './LogPage'
import { limitsRoutes } from './limitsRoutes'
import { organisationRoutes } from './organisationRoutes'
import type { ListedSender } from './SendersPage'
import type { ListedStaff } from './StaffPage'
import { pathOf, SUBJECTS } from './Subject'
import { sendingRoutes } from './sendingRoutes'
import { staffRoutes } from './staffRoutes'

/** What an admin may set; each is a use-case, wired in `src/desk/settings.ts`. */
export interface SettingsRoutes {
  clock: Clock
  organisation(by: Staff): Promise<Organisation>
  /** @throws SETTINGS_CHANGED */
  change(by: Staff, rev: number, subject: SettingsSubject, patch: Partial<Organisation>): Promise<void>
  lastChange(by: Staff, subject: SettingsSubject): Promise<{ entry: AuditEntry; name: string } | undefined>
  countOld(by: Staff, retention: Retention): Promise<Retention>
  senders(by: Staff): Promise<ListedSender[]>
  /** In which participants can be written to. */
  languages: readonly LanguageTag[]
  staff(by: Staff): Promise<ListedStaff[]>
  /** @throws STAFF_EXISTS, ARGUMENT_INVALID */
  invite(by: Staff, added: { name: string; email: string; role: Role }): Promise<NewLink>
  newLink(by: Staff, id: string): Promise<NewLink>
  /** @throws LAST_ADMIN */
  changeRole(by: Staff, seen: Seen, role: Role): Promise<void>
  /** @throws NOT_FOUND, SETTINGS_CHANGED */
  chooseSeries(by: Staff, seen: Seen, series: readonly string[] | null): Promise<void>
  /** Every series there is, by the name of its last event. */
  series(by: Staff): Promise<Series[]>
  /** @throws LAST_ADMIN */
  stopAccess(by: Staff, id: string): Promise<void>
  tokens(by: Staff): Promise<ListedToken[]>
  /** @returns the token, shown once */
  makeToken(by: Staff, asked: { name: string; scope: Scope; key: string }): Promise<string>
  endToken(by: Staff, token: string): Promise<void>
  hooks(by: Staff): Promise<ListedHook[]>
  makeHook(by: Staff, asked: { id: string; url: string; events: readonly HookEvent[] }): Promise<HookMade>
  endHook(by: Staff, hook: string): Promise<void>
  newId: NewId
  log(by: Staff, after?: string): Promise<{ lines: LogLine[]; older?: string | undefined }>
}

export interface NewLink {
  name: string
  /** For the link alone; kept nowhere. */
  secret: string
}

export function settingsRoutes(routes: SettingsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  for (const routesOf of [organisationRoutes, limitsRoutes, sendingRoutes, staffRoutes, accessRoutes])
    router.use(routesOf(routes, wordsOf))

  router.get('/settings', (request, response) => {
    const words = wordsOf(request)
    response.send(
      page(
        <Layout words={words} title={words.say('nav.settings')} path="/settings" sheets={['settings']}>
          <h1>{words.say('nav.settings')}</h1>
          <ul class="sheet big-rows">
            {SUBJECTS.map(subject => (
              <li key={subject}>
                <a href={pathOf(subject)}>
                  <Icon name="wheel" />
                  <span>
                    {words.say(`settings:subject.${subject}`)}
                    <span class="soft"> {words.say(`settings:about_subject.${subject}`)}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Layout>,
      ),
    )
  })

  router.get('/settings/log', async (request, response) => {
    const { after } = request.query
    const log = await routes.log(byOf(request), typeof after === 'string' ? after : undefined)
    response.send(page(<LogPage words={wordsOf(request)} {...log} />))
  })
  return router
}
