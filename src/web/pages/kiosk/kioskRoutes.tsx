import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { AppError } from '../../../errors'
import type { OpenKiosk } from '../../../use-cases/readKiosk'
import { page } from '../../page'
import { FACES, KioskEnded, KioskPage, type KioskWords, SCREENS, type Screen } from './KioskPage'

/** What a tablet can do, by the secret in its link; nobody is signed in. */
export interface KioskRoutes {
  /** Null: ended or never made. */
  kiosk(secret: string): Promise<OpenKiosk | null>
  /** @returns false when they are no longer counted */
  tap(kiosk: OpenKiosk, batch: string, taps: Record<string, number[]>): Promise<boolean>
  languages: readonly KioskWords[]
  newBatch(): string
}

const FACE = z.object({
  question: z.string(),
  language: z.string(),
  batch: z.string(),
  face: z.coerce.number().int().min(1).max(FACES.length),
})
/** `0,0,3,1,2` */
const COUNTS = z
  .string()
  .regex(/^\d{1,3}(,\d{1,3}){4}$/)
  .transform(counts => counts.split(',').map(Number))
const BATCH = z.object({ batch: z.string() }).catchall(COUNTS)

/**
 * Pages without a session and without a cookie. They leave no line about who tapped, and their address is no page of staff.
 */
export function kioskRoutes(routes: KioskRoutes): Router {
  const router = Router()
  router.use('/kiosk', express.urlencoded({ extended: false, limit: '8kb' }), (_request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    next()
  })

  const show = (screen: Screen) => async (request: Request<{ secret: string }>, response: Response) => {
    const kiosk = await routes.kiosk(request.params.secret)
    const words = wordsFor(routes.languages, request.query.language)
    if (!kiosk?.open) return void response.status(410).send(page(<KioskEnded words={words} />))
    const path = `/kiosk/${encodeURIComponent(request.params.secret)}`
    const { languages } = routes
    const props = { languages, words, path, screen, questions: kiosk.questions, batch: routes.newBatch() }
    response.send(page(<KioskPage {...props} />))
  }
  router.get('/kiosk/:secret', show('first'))
  router.get('/kiosk/:secret/second', show('second'))
  router.get('/kiosk/:secret/thanks', show('thanks'))

  /** One face, without scripts. */
  router.post('/kiosk/:secret', async (request, response) => {
    const { secret } = request.params
    const kiosk = await routes.kiosk(secret)
    const sent = FACE.safeParse(request.body)
    if (!kiosk?.open) return response.redirect(303, `/kiosk/${encodeURIComponent(secret)}`)
    if (!sent.success) throw new AppError('ARGUMENT_INVALID', 'This is no face')
    const { question, language, batch, face } = sent.data
    await routes.tap(kiosk, batch, { [question]: FACES.map(one => (one === face ? 1 : 0)) })
    const next = SCREENS[kiosk.questions.indexOf(question) + 1] ?? 'thanks'
    const query = new URLSearchParams({ language })
    response.redirect(303, `/kiosk/${encodeURIComponent(secret)}/${next}?${query}`)
  })

  /** What a tablet counted since it last had a network. 410: it asks nobody any more. */
  router.post('/kiosk/:secret/taps', async (request, response) => {
    const kiosk = await routes.kiosk(request.params.secret)
    const sent = BATCH.safeParse(request.body)
    if (!sent.success) throw new AppError('ARGUMENT_INVALID', 'These are no taps')
    const { batch, ...taps } = sent.data
    if (kiosk) await routes.tap(kiosk, batch, taps as Record<string, number[]>)
    response.sendStatus(kiosk?.open ? 204 : 410)
  })

  return router
}

const wordsFor = (languages: readonly KioskWords[], asked: unknown): KioskWords =>
  languages.find(({ language }) => language === asked) ?? languages[0]!
