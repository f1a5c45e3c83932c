import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import { needless } from '../../../domain/letters/needless'
import { PICTURE_MOST_BYTES } from '../../../domain/letters/placePicture'
import type { LanguageTag } from '../../../domain/message'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Clock } from '../../../ports/clock'
import type { PutPictureResult } from '../../../use-cases/putPicture'
import type { ShownPicture } from '../../../use-cases/readPicture'
import type { Addressee } from '../../../use-cases/writeLetters'
import type { Wrong } from '../../components/Field'
import { oneFile } from '../../oneFile'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { AllLettersPage } from './AllLettersPage'
import type { Sheet } from './LetterSheet'
import { type Done, GROUPS, LettersPage, type LettersView } from './LettersPage'
import { lastPosted } from './Posting'
import { PrintPage } from './PrintPage'
import { letterPath as pathOf, picturePath } from './paths'

export interface LetterRoutes {
  clock: Pick<Clock, 'now'>
  campaigns(by: Staff): Promise<Campaign[]>
  campaign(by: Staff, id: string): Promise<Campaign>
  addressees(by: Staff, campaign: string): Promise<Addressee[]>
  /** Gives these people a letter; whoever has one keeps its code. */
  make(by: Staff, campaign: string, contacts: ReadonlySet<string>): Promise<void>
  /** The letters of these people by language and name, as they are or as they would be. */
  sheets(
    by: Staff,
    campaign: string,
    contacts: ReadonlySet<string>,
    how: {
      second: LanguageTag | null
      codeOnly: boolean
      /** As they would be made now; else each in the language in which it was made. */
      anew: boolean
      tooLong: (language: LanguageTag) => Sheet['tooLong']
    },
  ): Promise<Sheet[]>
  /** @param seen when the newest letter on the page was made: a pile that a colleague printed since is not meant */
  markPosted(by: Staff, campaign: string, seen: number): Promise<number>
  staffName(by: Staff, id: string): Promise<string | undefined>
  undoPosted(by: Staff, campaign: string, at: number): Promise<number>
  /** The picture of the place, also one that was taken off a moment ago. */
  picture(by: Staff, campaign: string): Promise<ShownPicture | null>
  putPicture(by: Staff, campaign: string, picture: { bytes: Buffer; seen: number }): Promise<PutPictureResult>
  removePicture(by: Staff, campaign: string, seen: number, back: boolean): Promise<void>
  review(language: LanguageTag): 'reviewed by a native speaker' | 'unreviewed'
}

const SECOND = 'nl'
const VIEW = z.object({
  for: z.enum(['everyone', 'no_phone', 'silent']).catch('everyone'),
  language: z.string().max(20).catch(''),
  format: z.enum(['a4', 'labels']).catch('a4'),
  second: z.enum(['yes', 'no']).catch('yes'),
  type: z.enum(['large', 'very_large']).catch('large'),
  from: z.coerce.number().int().min(1).max(14).catch(1),
})
const SEEN = z.object({ seen: z.coerce.number().int().min(0) })
const AT = z.object({ at: z.coerce.number().int() })

const chosenOf = (addressees: readonly Addressee[], view: LettersView): Addressee[] =>
  addressees.filter(one => GROUPS[view.for](one) && (view.language === '' || one.printedIn === view.language))

export function letterRoutes(routes: LetterRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/letters', async (request, response) => {
    const campaigns = await routes.campaigns(byOf(request))
    response.send(page(<AllLettersPage campaigns={campaigns} words={wordsOf(request)} />))
  })

  async function show(request: Request, response: Response, problem?: string): Promise<void> {
    const id = String(request.params.id)
    const words = wordsOf(request)
    const by = byOf(request)
    const wrong: Wrong = problem ? { file: words.say(`letters:picture.problem.${problem}`) } : {}
    const view = VIEW.parse(request.query)
    const addressees = await routes.addressees(by, id)
    const chosen = chosenOf(addressees, view)
    const posted = lastPosted(addressees)
    const campaign = await routes.campaign(by, id)
    const why = needless(campaign, routes.clock.now())
    const props = {
      campaign,
      words,
      view,
      addressees,
      chosen,
      needless: why,
      examples: view.format === 'a4' && !why ? await examples(by, id, chosen, words) : [],
      posted: posted && { ...posted, name: await routes.staffName(by, posted.by) },
      review: routes.review,
      done: doneOf(request.query),
      picture: await routes.picture(by, id),
      wrong,
    }
    const status = problem === undefined ? 200 : problem === 'changed' ? 409 : 422
    response.status(status).send(page(<LettersPage {...props} />))
  }
  /** In each language the first one, to look at. */
  async function examples(by: Staff, id: string, chosen: readonly Addressee[], words: Words) {
    const first = new Map(chosen.toReversed().map(({ printedIn, contact }) => [printedIn, contact._id]))
    const how = { second: null, codeOnly: false, anew: true, tooLong: tooLongIn(words) }
    return routes.sheets(by, id, new Set(first.values()), how)
  }
  router.get('/campaigns/:id/letters', (request, response) => show(request, response))

  router.get('/campaigns/:id/letters/picture', async (request, response) => {
    const picture = await routes.picture(byOf(request), request.params.id)
    if (!picture || picture.removed) throw new AppError('NOT_FOUND', 'There is no picture')
    response.type(picture.type).send(picture.bytes)
  })

  router.post('/campaigns/:id/letters/picture', oneFile(PICTURE_MOST_BYTES), async (request, response) => {
    const id = String(request.params.id)
    const form = SEEN.safeParse(request.body)
    if (!form.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
    const bytes = request.file?.buffer ?? Buffer.alloc(0)
    const put: PutPictureResult = response.locals.tooLarge
      ? { ok: false, problem: 'too_large' }
      : await routes.putPicture(byOf(request), id, { bytes, seen: form.data.seen })
    if (put.ok) response.redirect(303, `${pathOf(id)}?done=picture`)
    else await show(request, response, put.problem)
  })

  for (const deed of ['remove', 'undo'] as const)
    router.post(`/campaigns/:id/letters/picture/${deed}`, async (request, response) => {
      const id = String(request.params.id)
      const form = SEEN.safeParse(request.body)
      if (!form.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
      await routes.removePicture(byOf(request), id, form.data.seen, deed === 'undo')
      response.redirect(303, `${pathOf(id)}?done=${deed === 'undo' ? 'picture_back' : 'picture_removed'}`)
    })

  router.post('/campaigns/:id/letters', async (request, response) => {
    const { id } = request.params
    // A page from before the end: its answer says that no letter is needed any more.
    if (needless(await routes.campaign(byOf(request), id), routes.clock.now()))
      return response.redirect(303, pathOf(id))
    const view = VIEW.parse(request.body ?? {})
    const chosen = chosenOf(await routes.addressees(byOf(request), id), view)
    await routes.make(byOf(request), id, new Set(chosen.map(({ contact }) => contact._id)))
    const query = new URLSearchParams(Object.entries(view).map(([name, value]) => [name, String(value)]))
    response.redirect(303, `${pathOf(id)}/print?${query}`)
  })

  router.get('/campaigns/:id/letters/print', async (request, response) => {
    const { id } = request.params
    const words = wordsOf(request)
    const view = VIEW.parse(request.query)
    const chosen = chosenOf(await routes.addressees(byOf(request), id), view)
    // Who got no code has no letter yet.
    const made = chosen.filter(({ letter }) => letter).map(({ contact }) => contact._id)
    const sheets = await routes.sheets(byOf(request), id, new Set(made), {
      second: view.second === 'yes' && view.format === 'a4' ? SECOND : null,
      codeOnly: view.format === 'labels',
      anew: false,
      tooLong: tooLongIn(words),
    })
    const { event } = await routes.campaign(byOf(request), id)
    const picture = await routes.picture(byOf(request), id)
    const props = {
      words,
      title: `${words.say('letters:title')} – ${event.name}`,
      back: pathOf(id),
      picture: picture && !picture.removed ? picturePath(id, picture) : undefined,
      sheets,
      ...view,
    }
    response.send(page(<PrintPage {...props} />))
  })

  router.post('/campaigns/:id/letters/posted', async (request, response) => {
    const { id } = request.params
    const form = SEEN.safeParse(request.body)
    if (!form.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
    const count = await routes.markPosted(byOf(request), id, form.data.seen)
    response.redirect(303, `${pathOf(id)}?done=posted&count=${count}`)
  })

  router.post('/campaigns/:id/letters/posted/undo', async (request, response) => {
    const { id } = request.params
    const form = AT.safeParse(request.body)
    if (!form.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
    const count = await routes.undoPosted(byOf(request), id, form.data.at)
    response.redirect(303, `${pathOf(id)}?done=not_posted&count=${count}`)
  })
  return router
}

const tooLongIn =
  (words: Words) =>
  (language: LanguageTag): Sheet['tooLong'] => {
    const say = (count: number) =>
      words.say('letters:too_long', { count, language: words.languageName(language) })
    return [say(1), say(2)]
  }

function doneOf({ done, count }: Record<string, unknown>): Done | undefined {
  const what = (['posted', 'not_posted'] as const).find(one => one === done)
  if (what && /^\d{1,6}$/.test(String(count))) return { what, count: Number(count) }
  const picture = (['picture', 'picture_removed', 'picture_back'] as const).find(one => one === done)
  return picture && { what: picture }
}
