import { type Request, type Response, Router } from 'express'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Content } from '../../../ports/content'
import type { TemplateRow } from '../../../use-cases/listTemplates'
import type { TextList } from '../../../use-cases/listTexts'
import type { SheetSaved } from '../../../use-cases/saveTextSheet'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { TemplatesPage } from './TemplatesPage'
import { TEXT_FILTERS, TextsPage } from './TextsPage'

/** What a spreadsheet has just changed, as the way back from it says. */
function savedOf({ saved, left }: Request['query']): SheetSaved | undefined {
  const count = Number(saved)
  if (saved === undefined || !Number.isSafeInteger(count) || count < 0) return undefined
  return { saved: count, left: [left ?? []].flat().filter(key => typeof key === 'string') }
}

export interface TextListRoutes {
  content: Content
  list(by: Staff, language: string): Promise<TextList>
  templates(by: Staff): Promise<{ rows: TemplateRow[]; open: number; campaigns: Record<string, string> }>
  /** Hands in what nobody has handed in. @returns how many @throws PROVIDER_UNAVAILABLE */
  askApproval(by: Staff): Promise<number>
  /** Asks WhatsApp how all of them fare. @throws PROVIDER_UNAVAILABLE */
  lookAgain(): Promise<void>
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
      sheet: savedOf(request.query),
    }
    response.send(page(<TextsPage {...props} />))
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
      language: texts.languages.find(tag => tag === request.query.in),
      campaignName: (campaign: string) => campaigns[campaign] ?? '',
      isWritten: (key: string) => expected.get(key)?.fixed === false,
      ...done,
    }
    response.status(done.away ? 503 : 200).send(page(<TemplatesPage {...props} />))
  }

  return router
}
