import { type Request, Router } from 'express'
import type { Words } from '../../words'
import type { Cell } from './rows'

export interface FileRoutes {
  csv(rows: readonly (readonly Cell[])[]): Buffer
  xlsx(rows: readonly (readonly Cell[])[], sheet: string): Promise<Buffer>
}

/** The same table as a CSV and as an XLSX, beside the page that has its figures. */
export function fileRoutes(
  routes: FileRoutes,
  wordsOf: (request: Request) => Words,
  { csv, xlsx, name, title }: { csv: string; xlsx: string; name: string; title: string },
  rowsFor: (request: Request) => Promise<Cell[][]>,
): Router {
  const router = Router()
  router.get(csv, async (request: Request, response) => {
    const rows = await rowsFor(request)
    response.attachment(`${name}.csv`).type('text/csv; charset=utf-8').send(routes.csv(rows))
  })
  router.get(xlsx, async (request: Request, response) => {
    const sheet = wordsOf(request).say(title)
    response.attachment(`${name}.xlsx`).send(await routes.xlsx(await rowsFor(request), sheet))
  })
  return router
}
