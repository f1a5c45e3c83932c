import { type Request, Router } from 'express'
import { z } from 'zod'
import type { LanguageTag } from '../../../domain/message'
import type { Staff } from '../../../domain/staff'
import { sheetHead } from '../../../domain/text/textSheet'
import { AppError } from '../../../errors'
import type { Content } from '../../../ports/content'
import type { SheetReading } from '../../../use-cases/checkTextSheet'
import type { TextList } from '../../../use-cases/listTexts'
import type { SheetSaved } from '../../../use-cases/saveTextSheet'
import { muchText, oneFile } from '../../oneFile'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { SheetCheckPage, SheetPage } from './SheetPage'
import { textName } from './textName'

export interface TextSheetRoutes {
  content: Content
  list(by: Staff, language: string): Promise<TextList>
  /** The bytes of a workbook with these rows. */
  workbook(rows: readonly (readonly string[])[]): Promise<Buffer>
  checkSheet(by: Staff, bytes: Buffer): Promise<SheetReading>
  saveSheet(
    by: Staff,
    asked: { language: LanguageTag; changes: z.infer<typeof CHANGES> },
  ): Promise<SheetSaved>
}

/** A language has some two hundred texts of some two hundred letters. */
const MOST_BYTES = 2_000_000
const CHANGES = z
  .array(
    z.object({
      key: z.string().min(1).max(200),
      text: z.string().min(1).max(5_000),
      rev: z.number().int().min(0),
    }),
  )
  .max(1_000)

/** Texts out to a translator who likes to work in a spreadsheet, and in again. */
export function textSheetRoutes(routes: TextSheetRoutes, wordsOf: (request: Request) => Words): Router {
  const { texts } = routes.content
  const router = Router()
  const known = (tag: unknown) => texts.languages.find(language => language === tag)

  router.get('/texts/sheet', async (request, response) => {
    const language = known(request.query.in) ?? 'nl'
    const words = wordsOf(request)
    const { lines } = await routes.list(byOf(request), language)
    const columns = {
      text: words.say('texts:column.text'),
      source: words.languageName('nl'),
      target: words.languageName(language),
    }
    const rows = lines.map(({ key, source, said }) => {
      const { group, part } = textName(key, words)
      return [key, `${group}: ${part}`, source, said ?? '']
    })
    response
      .attachment(`${language}.xlsx`)
      .send(await routes.workbook([sheetHead(columns, language), ...rows]))
  })

  router.get('/texts/sheet/in', (request, response) => {
    response.send(page(<SheetPage words={wordsOf(request)} />))
  })

  router.post('/texts/sheet/in', oneFile(MOST_BYTES), async (request, response) => {
    const words = wordsOf(request)
    const { file } = request
    const reading = response.locals.tooLarge
      ? ({ ok: false, problem: 'too_large' } as const)
      : file && file.size > 0
        ? await routes.checkSheet(byOf(request), file.buffer)
        : ({ ok: false, problem: 'no_file_chosen' } as const)
    if (!reading.ok) {
      const wrong = { file: words.say(`texts:sheet_in.problem.${reading.problem}`) }
      return void response.status(422).send(page(<SheetPage words={words} wrong={wrong} />))
    }
    const direction = texts.direction(reading.language)
    response.send(page(<SheetCheckPage words={words} reading={reading} direction={direction} />))
  })

  router.post('/texts/sheet/save', muchText(MOST_BYTES), async (request, response) => {
    const { language, changes } = (request.body ?? {}) as Record<string, unknown>
    const tag = known(language)
    const asked = CHANGES.safeParse(parsed(changes))
    if (!tag || !asked.success) throw new AppError('NOT_READABLE', 'The form is not complete')
    const { saved, left } = await routes.saveSheet(byOf(request), { language: tag, changes: asked.data })
    const query = new URLSearchParams({ in: tag, saved: String(saved) })
    for (const key of left) query.append('left', key)
    response.redirect(303, `/texts?${query}`)
  })

  return router
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    return null
  }
}
