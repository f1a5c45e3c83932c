import { type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../../domain/campaign'
import type { Columns } from '../../../../domain/contacts/guessColumns'
import { isField } from '../../../../domain/contacts/headerWords'
import { type Fixes, IMPORT, type ListImport } from '../../../../domain/contacts/listImport'
import type { FieldProblem } from '../../../../domain/fieldProblem'
import type { Staff } from '../../../../domain/staff'
import type { Clock } from '../../../../ports/clock'
import type { NewId } from '../../../../ports/ids'
import type { ListProblem } from '../../../../ports/lists'
import { wrongWords } from '../../../components/Field'
import { formKey, readForm } from '../../../forms'
import { oneFile } from '../../../oneFile'
import { page } from '../../../page'
import { byOf } from '../../../session'
import type { Words } from '../../../words'
import { isoDay, TOLD } from '../forms'
import { badRows, CheckPage, type CheckPageProps } from './CheckPage'
import { ColumnsPage, type ColumnsReading } from './ColumnsPage'
import { DonePage } from './DonePage'
import { UploadPage } from './UploadPage'
import { WaitPage } from './WaitPage'

/** What staff may do with a list that comes in. */
export interface ImportRoutes {
  upload(
    by: Staff,
    file: { id: string; name: string; bytes: Buffer; campaign?: string | undefined },
  ): Promise<{ ok: true } | { ok: false; problem: ListProblem }>
  listImport(by: Staff, id: string): Promise<ListImport>
  /** For which somebody brought it, when it is still there. */
  campaign(by: Staff, listImport: ListImport): Promise<Campaign | undefined>
  /** @throws IMPORT_GONE */
  columns(by: Staff, id: string): Promise<Omit<ColumnsReading, 'id'>>
  chooseSheet(by: Staff, id: string, sheet: number): Promise<void>
  /** Begins the dry run. */
  check(
    by: Staff,
    id: string,
    asked: { columns: Columns; agrees: string; told: { by: string; day: string; how: string } },
  ): Promise<{ ok: true } | { ok: false; problems: FieldProblem[] }>
  checked(by: Staff, id: string): Promise<Pick<CheckPageProps, 'checked' | 'counts' | 'seen'> | null>
  /**
   * @param asked `same`: new numbers under the names of people who get letters alone are theirs; `seen`: as the page said
   * @returns false when a colleague was first
   */
  fix(by: Staff, id: string, asked: { fixes: Fixes; same: boolean; seen: number }): Promise<boolean>
  /** False: a colleague was first. */
  take(by: Staff, id: string, seen: number): Promise<boolean>
  leave(by: Staff, id: string): Promise<void>
  /** How many stayed; null: too late. */
  undo(by: Staff, id: string): Promise<number | null>
  workbook(rows: readonly (readonly string[])[]): Promise<Buffer>
  zone(by: Staff): Promise<string>
  clock: Clock
  newId: NewId
}

const CAMPAIGN = z.string().min(1).max(200).optional().catch(undefined)
const UPLOAD = z.object({ id: formKey, campaign: CAMPAIGN })
const SHEET = z.object({ sheet: z.coerce.number().int().min(0).max(500) })
const SEEN = z.object({ seen: z.coerce.number().int() })
const FIX = SEEN.extend({ same: z.string().max(10).default('') }).loose()
const MAPPING = TOLD.extend({ agrees: z.string().max(10).default('no') }).loose()

const PAGE_OF = {
  columns: 'columns',
  reading: 'wait',
  check: 'check',
  writing: 'wait',
  done: 'done',
  undone: 'done',
} as const satisfies Record<ListImport['state'], string>

export function importRoutes(routes: ImportRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const pathOf = (id: string, name: string) => `/contacts/import/${encodeURIComponent(id)}/${name}`

  router.get('/contacts/import', (request, response) => {
    const campaign = CAMPAIGN.parse(request.query.campaign)
    const props = { words: wordsOf(request), id: routes.newId(), campaign, wrong: {} }
    response.send(page(<UploadPage {...props} />))
  })

  router.post('/contacts/import', oneFile(IMPORT.MOST_BYTES), async (request, response) => {
    const { id, campaign } = readForm(UPLOAD, request)
    const file = request.file
    const uploaded = response.locals.tooLarge
      ? ({ ok: false, problem: 'too_large' } as const)
      : file && file.size > 0
        ? await routes.upload(byOf(request), { id, name: file.originalname, bytes: file.buffer, campaign })
        : ({ ok: false, problem: 'no_file_chosen' } as const)
    if (uploaded.ok) return response.redirect(303, pathOf(id, 'columns'))
    const words = wordsOf(request)
    const wrong = { file: words.say(`contacts:list.problem.${uploaded.problem}`) }
    response
      .status(422)
      .send(page(<UploadPage words={words} id={routes.newId()} campaign={campaign} wrong={wrong} />))
  })

  /** Whoever comes back to a list is led to where it is now. */
  const at =
    (
      states: readonly ListImport['state'][],
      show: (request: Request<{ id: string }>, response: Response, listImport: ListImport) => Promise<void>,
    ): RequestHandler<{ id: string }> =>
    async (request, response) => {
      const listImport = await routes.listImport(byOf(request), request.params.id)
      if (states.includes(listImport.state)) return show(request, response, listImport)
      const to = pathOf(listImport._id, PAGE_OF[listImport.state])
      // htmx asks for a part of the page: it must go to the next page as a whole.
      if (request.headers['hx-request']) response.setHeader('HX-Redirect', to).send('')
      else response.redirect(303, to)
    }

  router.get(
    '/contacts/import/:id/columns',
    at(['columns', 'check'], async (request, response, { problem }) => {
      const words = wordsOf(request)
      const said = problem && words.say(`contacts:list.problem.${problem}`)
      await showColumns(request, response, { problem: said })
    }),
  )

  router.post('/contacts/import/:id/sheet', async (request, response) => {
    const { sheet } = readForm(SHEET, request)
    await routes.chooseSheet(byOf(request), request.params.id, sheet)
    response.redirect(303, pathOf(request.params.id, 'columns'))
  })

  router.post('/contacts/import/:id/columns', async (request, response) => {
    const { agrees, by, day, how, ...rest } = readForm(MAPPING, request)
    const told = { by, day, how }
    const { id } = request.params
    const columns = columnsIn(rest)
    const begun = await routes.check(byOf(request), id, { columns, agrees, told })
    if (begun.ok) return response.redirect(303, pathOf(id, 'wait'))
    await showColumns(request, response, { columns, agrees, told, problems: begun.problems })
  })

  router.get(
    '/contacts/import/:id/wait',
    at(['reading', 'writing'], async (request, response, listImport) => {
      response.send(page(<WaitPage words={wordsOf(request)} listImport={listImport} />))
    }),
  )

  router.get(
    '/contacts/import/:id/check',
    at(['check'], (request, response, { _id }) => showCheck(request, response, _id)),
  )

  /** @param typed what a colleague was faster than; it stands in its fields again */
  async function showCheck(
    request: Request<{ id: string }>,
    response: Response,
    id: string,
    typed?: Fixes,
  ): Promise<void> {
    const shown = await routes.checked(byOf(request), id)
    if (!shown) return response.redirect(303, pathOf(id, 'columns'))
    const part = Math.max(0, Math.trunc(Number(request.query.part) || 0))
    const props = { words: wordsOf(request), id, ...shown, part, typed }
    response.status(typed ? 409 : 200).send(page(<CheckPage {...props} />))
  }

  router.post('/contacts/import/:id/fix', async (request, response) => {
    const { same, seen } = readForm(FIX, request)
    const { id } = request.params
    const fixes = fixesIn(request.body)
    const begun = await routes.fix(byOf(request), id, { fixes, same: same === 'yes', seen })
    if (begun) response.redirect(303, pathOf(id, 'wait'))
    else await whereItIs(request, response, fixes)
  })

  /** For whoever a colleague was faster than; who sent a form twice is led on. */
  const whereItIs = async (request: Request<{ id: string }>, response: Response, typed: Fixes) => {
    const { _id, state } = await routes.listImport(byOf(request), request.params.id)
    if (state === 'check') await showCheck(request, response, _id, typed)
    else response.redirect(303, pathOf(_id, PAGE_OF[state]))
  }

  router.post('/contacts/import/:id/bad', async (request, response) => {
    const shown = await routes.checked(byOf(request), request.params.id)
    if (!shown) return response.redirect(303, pathOf(request.params.id, 'columns'))
    const words = wordsOf(request)
    const bytes = await routes.workbook(badRows(shown.checked, words))
    response.attachment(`${words.say('contacts:list.bad_file')}.xlsx`).send(bytes)
  })

  router.post('/contacts/import/:id/take', async (request, response) => {
    const { id } = request.params
    const { seen } = readForm(SEEN, request)
    if (await routes.take(byOf(request), id, seen)) response.redirect(303, pathOf(id, 'wait'))
    else await whereItIs(request, response, {})
  })

  router.post('/contacts/import/:id/leave', async (request, response) => {
    await routes.leave(byOf(request), request.params.id)
    response.redirect(303, '/contacts')
  })

  router.get(
    '/contacts/import/:id/done',
    at(['done', 'undone'], async (request, response, listImport) => {
      const stayed = Math.trunc(Number(request.query.stayed) || 0)
      const campaign = await routes.campaign(byOf(request), listImport)
      const props = { words: wordsOf(request), listImport, campaign, now: routes.clock.now(), stayed }
      response.send(page(<DonePage {...props} />))
    }),
  )

  router.post('/contacts/import/:id/undo', async (request, response) => {
    const { id } = request.params
    const stayed = await routes.undo(byOf(request), id)
    response.redirect(303, `${pathOf(id, 'done')}${stayed ? `?stayed=${stayed}` : ''}`)
  })

  async function showColumns(
    request: Request<{ id: string }>,
    response: Response,
    typed: {
      columns?: Columns
      agrees?: string
      told?: { by: string; day: string; how: string }
      problems?: FieldProblem[]
      problem?: string | undefined
    },
  ): Promise<void> {
    const by = byOf(request)
    const { id } = request.params
    const words = wordsOf(request)
    const [reading, zone] = await Promise.all([routes.columns(by, id), routes.zone(by)])
    const guessed = typed.columns ?? reading.guessed
    const props = {
      words,
      reading: { ...reading, id, guessed },
      agrees: typed.agrees ?? (guessed.consent === undefined ? '' : 'list'),
      consent: typed.told ?? { by: '', day: isoDay(routes.clock.now(), zone), how: '' },
      wrong: wrongWords(typed.problems ?? [], 'contacts', words),
      problem: typed.problem,
    }
    const isWrong = typed.problems !== undefined
    response.status(isWrong ? 422 : 200).send(page(<ColumnsPage {...props} />))
  }

  return router
}

/** `column.3=phone`; a field stands in one column, the first that says so. */
function columnsIn(body: Record<string, unknown>): Columns {
  const columns: Columns = {}
  for (const [name, field] of Object.entries(body)) {
    const column = /^column\.(\d{1,3})$/.exec(name)?.[1]
    if (column !== undefined && typeof field === 'string' && isField(field)) columns[field] ??= Number(column)
  }
  return columns
}

const LONGEST_CELL = 500

/** `fix.12.3=0470 12 34 56` */
function fixesIn(body: unknown): Fixes {
  const fixes: Fixes = {}
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const [, row, column] = /^fix\.(\d{1,6})\.(\d{1,3})$/.exec(name) ?? []
    if (row === undefined || column === undefined || typeof value !== 'string') continue
    fixes[row] = { ...fixes[row], [column]: value.slice(0, LONGEST_CELL) }
  }
  return fixes
}
