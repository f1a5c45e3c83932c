import { type Request, type Response, Router } from 'express'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Content } from '../../../ports/content'
import type { TemplateRow } from '../../../use-cases/listTemplates'
import type { TextList } from '../../../use-cases/listTexts'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { TemplatesPage } from './TemplatesPage'
import { TEXT_FILTERS, TextsPage } from './TextsPage'
import { textName } from './textName'

export interface TextListRoutes {
  content: Content
  list(by: Staff, language: string): Promise<TextList>
  templates(by: Staff): Promise<{ rows: TemplateRow[]; open: number; campaigns: Record<string, string> }>
  /** Hands in what nobody has handed in. @returns how many @throws PROVIDER_UNAVAILABLE */
  askApproval(by: Staff): Promise<number>
  /** Asks WhatsApp how all of them fare. @throws PROVIDER_UNAVAILABLE */
  lookAgain(): Promise<void>
  /** The bytes of a workbook with these rows. */
  workbook(rows: readonly (readonly string[])[]): Promise<Buffer>
}

/** The lists: what is said in a language, and what WhatsApp thinks of it. */
export function textListRoutes(routes: TextListRoutes, wordsOf: (request: Request) => Words): Router {
  const { texts, expected } = routes.content
  const router = Router()
  const languageIn = ({ query }: Request) =>
    texts.languages.find(tag => tag === query.in) ?? texts.languages.find(tag => tag !== 'nl') ?? 'nl'

  router.get('/texts', async (request, response) => {
    const language = languageIn(request)
    const props = {
      words: wordsOf(request),
      list: await routes.list(byOf(request), language),
      language,
      filter: TEXT_FILTERS.find(one => one === request.query.show) ?? 'all',
      direction: texts.direction,
    }
    response.send(page(<TextsPage {...props} />))
  })

  /** For a translator who likes to work in a spreadsheet. */
  router.get('/texts/sheet', async (request, response) => {
    const language = languageIn(request)
    const words = wordsOf(request)
    const { lines } = await routes.list(byOf(request), language)
    const head = [
      'key',
      words.say('texts:column.text'),
      words.languageName('nl'),
      words.languageName(language),
    ]
    const rows = lines.map(({ key, source, said }) => {
      const { group, part } = textName(key, words)
      return [key, `${group}: ${part}`, source, said ?? '']
    })
    response.attachment(`${language}.xlsx`).send(await routes.workbook([head, ...rows]))
  })

  router.get('/templates', (request, response) => showTemplates(request, response, {}))

  router.post('/templates', async (request, response) => {
    const isAsking = (request.body as { do?: unknown } | undefined)?.do === 'ask'
    try {
      if (isAsking)
        return await showTemplates(request, response, { asked: await routes.askApproval(byOf(request)) })
      await routes.lookAgain()
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'PROVIDER_UNAVAILABLE') throw error
      return await showTemplates(request, response, { away: true })
    }
    response.redirect(303, '/templates')
  })

  async function showTemplates(
    request: Request,
    response: Response,
    done: { asked?: number; away?: boolean },
  ): Promise<void> {
    const { rows, open, campaigns } = await routes.templates(byOf(request))
    const props = {
      words: wordsOf(request),
      rows,
      open,
      languages: texts.languages,
      campaignName: (campaign: string) => campaigns[campaign] ?? '',
      isWritten: (key: string) => expected.get(key)?.fixed === false,
      ...done,
    }
    response.status(done.away ? 503 : 200).send(page(<TemplatesPage {...props} />))
  }

  return router
}
