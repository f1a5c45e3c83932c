import { type Request, Router } from 'express'
import type { CaseRow } from '../../../use-cases/caseRows'
import { wrongWords } from '../../components/Field'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { CasesPage } from './CasesPage'
import { caseList } from './caseList'
import { CASES, readCaseQuery } from './caseQuery'
import type { ContactsRoutes } from './routes'

const PAGE = 50
/** For a file: more at once. */
const PILE = 500

/** The people whom we follow: what is open for each, what is known, and when we last heard of them. */
export function caseRoutes(routes: ContactsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  const asked = async (request: Request) => {
    const zone = await routes.zone(byOf(request))
    return { zone, ...readCaseQuery(request, { zone, now: routes.clock.now() }) }
  }
  const names = async (request: Request) =>
    new Map((await routes.supervisors(byOf(request))).map(({ _id, name }) => [_id, name]))

  router.get(CASES, async (request, response) => {
    const words = wordsOf(request)
    const { zone, query, typed, problems } = await asked(request)
    const { after } = request.query
    const reading = await routes.cases(byOf(request), {
      ...query,
      ...(typeof after === 'string' ? { after } : {}),
      limit: PAGE,
    })
    const props = { words, reading, query, typed, zone, supervisors: await names(request) }
    const wrong = wrongWords(problems, 'cases', words)
    response.status(problems.length > 0 ? 422 : 200).send(page(<CasesPage {...props} wrong={wrong} />))
  })

  router.get(`${CASES}/list.xlsx`, async (request, response) => {
    const words = wordsOf(request)
    const { zone, query } = await asked(request)
    const by = byOf(request)
    const rows: CaseRow[] = []
    for (let after: string | undefined, isLast = false; !isLast; ) {
      const pile = await routes.cases(by, {
        ...query,
        ...(after === undefined ? {} : { after }),
        limit: PILE,
      })
      rows.push(...pile.rows)
      after = pile.next
      isLast = after === undefined
    }
    const list = caseList(rows, { words, zone, supervisors: await names(request) })
    const name = words.say('cases:file').replace(/[^\w-]/g, '')
    response.attachment(`${name}.xlsx`).send(await routes.workbook(list))
  })

  return router
}
