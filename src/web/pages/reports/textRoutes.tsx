import { type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { can } from '../../../domain/access/can'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { OpenedMedia } from '../../../use-cases/readMedia'
import type { TextToReview } from '../../../use-cases/readTexts'
import type { TextDecision } from '../../../use-cases/reviewText'
import { page } from '../../page'
import { sendMedia } from '../../sendMedia'
import { byOf, pageOf } from '../../session'
import type { Words } from '../../words'
import { NotForYou } from '../sign-in/NotForYou'
import { queryOf } from './asked'
import type { ShownTexts } from './OwnWords'
import type { SentReview } from './Review'
import { ReviewPage } from './ReviewPage'
import { reportPath, type Speaking } from './reading'

/** One event, or what waited for the words of other events of its series. */
export type TextPlace = { in: 'event'; campaign: string } | { in: 'series'; series: string }

export interface TextRoutes {
  shownTexts(by: Staff, place: TextPlace): Promise<Omit<ShownTexts, 'directionOf'>>
  textsToReview(by: Staff, place: TextPlace): Promise<TextToReview[]>
  /** False: somebody decided meanwhile. */
  reviewText(by: Staff, asked: { text: string; rev: number; decision: TextDecision }): Promise<boolean>
  /** @throws NOT_FOUND */
  sound(by: Staff, place: TextPlace, text: string): Promise<OpenedMedia>
  directionOf(language: string): 'ltr' | 'rtl'
}

const place = z.coerce.number().int().min(0)
const FORM = z.object({ text: z.string().min(1).max(200), rev: z.coerce.number().int() })
const DECISION = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('show'),
    without: z.union([place, z.array(place)]).optional(),
  }),
  z.object({ decision: z.literal('write_down'), words: z.string() }),
  z.object({ decision: z.literal('translate'), translation: z.string() }),
  z.object({ decision: z.literal('confirm') }),
  z.object({ decision: z.literal('refuse') }),
  z.object({ decision: z.literal('wait') }),
  z.object({ decision: z.literal('tag'), tags: z.string() }),
])

function decisionIn(body: unknown): TextDecision {
  const form = DECISION.safeParse(body)
  if (!form.success) throw new AppError('NOT_READABLE', 'There is no such decision')
  const asked = form.data
  switch (asked.decision) {
    case 'show':
      return { do: 'show', without: [asked.without ?? []].flat() }
    case 'write_down':
      return { do: 'write_down', words: asked.words }
    case 'translate':
      return { do: 'translate', translation: asked.translation }
    case 'tag':
      return { do: 'tag', tags: asked.tags.split(',') }
    default:
      return { do: asked.decision }
  }
}

/** The words of a form, which nobody should have to type again. */
function typedIn(decision: TextDecision): Pick<SentReview, 'field' | 'typed'> | undefined {
  if (decision.do === 'translate') return { field: 'translation', typed: decision.translation }
  if (decision.do === 'write_down') return { field: 'words', typed: decision.words }
  if (decision.do === 'tag') return { field: 'tags', typed: decision.tags.join(',') }
  return undefined
}

function back(response: Response, place: TextPlace, told: (typeof TOLD)[number], text: string): void {
  response.redirect(303, `${reviewPath(place)}?told=${told}#text-${encodeURIComponent(text)}`)
}

const TOLD = ['decided', 'changed'] as const

/** Who reads people's own words before anybody else does. */
export function textRoutes(
  routes: TextRoutes,
  wordsOf: (request: Request) => Words,
  speakingTo: (request: Request) => Promise<Speaking>,
): Router {
  const router = Router()
  const PATHS = ['/reports/events/:id/texts', '/reports/series/:series/texts']
  const reviewersOnly: RequestHandler = (request, response, next) => {
    if (can(byOf(request).role, 'review_texts')) next()
    else response.status(403).send(page(<NotForYou words={wordsOf(request)} path={pageOf(request.path)} />))
  }
  router.use(PATHS, reviewersOnly)

  async function show(request: Request, response: Response, sent?: SentReview): Promise<void> {
    const place = placeIn(request)
    const props = {
      ...(await speakingTo(request)),
      path: reviewPath(place),
      back: shownAt(place),
      texts: await routes.textsToReview(byOf(request), place),
      directionOf: routes.directionOf,
      told: sent ? (sent.wrong ? undefined : 'changed') : TOLD.find(one => one === request.query.told),
      sent,
    } as const
    response.status(sent ? (sent.wrong ? 422 : 409) : 200).send(page(<ReviewPage {...props} />))
  }
  router.get(PATHS, (request, response) => show(request, response))
  router.get(
    PATHS.map(path => `${path}/:text/sound`),
    async (request, response) => {
      const text = String(request.params.text)
      sendMedia(response, await routes.sound(byOf(request), placeIn(request), text))
    },
  )

  router.post(PATHS, async (request, response) => {
    const form = FORM.safeParse(request.body ?? {})
    if (!form.success) throw new AppError('NOT_READABLE', 'The form of a text is not complete')
    const asked = { ...form.data, decision: decisionIn(request.body) }
    const typed = typedIn(asked.decision)
    let decided = false
    try {
      decided = await routes.reviewText(byOf(request), asked)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'ARGUMENT_INVALID') throw error
      const { field, most, letters } = error.facts
      if (!typed || typed.field !== field) return back(response, placeIn(request), 'changed', asked.text)
      const { say } = wordsOf(request)
      const wrong = say(`reports:problem.${field}`, { most: Number(most), letters: Number(letters) })
      return void (await show(request, response, { ...typed, text: asked.text, wrong }))
    }
    if (!decided && typed) return void (await show(request, response, { ...typed, text: asked.text }))
    back(response, placeIn(request), decided ? 'decided' : 'changed', asked.text)
  })
  return router
}

const placeIn = ({ params: { id, series } }: Request): TextPlace =>
  series === undefined ? { in: 'event', campaign: String(id) } : { in: 'series', series: String(series) }

/** Where they are shown once they are read. */
export const shownAt = (place: TextPlace): string =>
  place.in === 'event' ? reportPath(place.campaign) : `/reports?${queryOf({ series: place.series })}`

/** Where they are read. */
export const reviewPath = (place: TextPlace): string =>
  place.in === 'event'
    ? `${reportPath(place.campaign)}/texts`
    : `/reports/series/${encodeURIComponent(place.series)}/texts`
