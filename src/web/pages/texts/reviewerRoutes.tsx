import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Staff } from '../../../domain/staff'
import type { ReviewLink } from '../../../domain/text/reviewLink'
import { AppError } from '../../../errors'
import type { Content } from '../../../ports/content'
import { formKey, readForm } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { REVIEWERS, ReviewersPage, reviewersPath } from './ReviewersPage'

export interface ReviewerRoutes {
  content: Content
  /** Those that hold, with the name of who made each. */
  links(by: Staff, language: string): Promise<(ReviewLink & { maker: string })[]>
  newKey(): string
  /** @returns the secret for the link; with the same key it is the same */
  make(by: Staff, language: string, key: string): Promise<string>
  end(by: Staff, link: string): Promise<void>
}

const MAKE = z.object({ key: formKey })
const END = z.object({ link: z.string().max(100) })

/** Links by which somebody without an account reads the texts of one language. */
export function reviewerRoutes(routes: ReviewerRoutes, wordsOf: (request: Request) => Words): Router {
  const { texts } = routes.content
  const router = Router()
  const languageIn = ({ params }: Request<{ language: string }>): string => {
    const language = texts.languages.find(tag => tag === params.language)
    if (language === undefined) throw new AppError('NOT_FOUND', 'There is no such language')
    return language
  }

  async function show(
    request: Request<{ language: string }>,
    response: Response,
    link?: string,
  ): Promise<void> {
    const language = languageIn(request)
    const by = byOf(request as unknown as Request)
    const props = {
      words: wordsOf(request as unknown as Request),
      language,
      links: await routes.links(by, language),
      link,
      newKey: routes.newKey(),
      ended: request.query.done === 'ended',
    }
    response.send(page(<ReviewersPage {...props} />))
  }

  /** From a form that came to nothing. */
  router.get(REVIEWERS, (_request, response) => response.redirect(303, '/texts'))
  router.get(`${REVIEWERS}/:language`, (request, response) => show(request, response))

  /** The link is in this answer and nowhere else: not in an address, and not in the store. */
  router.post(`${REVIEWERS}/:language`, async (request, response) => {
    const { key } = readForm(MAKE, request)
    const secret = await routes.make(byOf(request as unknown as Request), languageIn(request), key)
    await show(request, response, `${request.protocol}://${request.get('host')}/review/${secret}`)
  })

  router.post(`${REVIEWERS}/:language/end`, async (request, response) => {
    const { link } = readForm(END, request)
    await routes.end(byOf(request as unknown as Request), link)
    response.redirect(303, `${reviewersPath(languageIn(request))}?done=ended`)
  })

  return router
}
