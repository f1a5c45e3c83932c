import { type Request, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import type { LanguageTag } from '../../../domain/message'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Addressee } from '../../../use-cases/writeLetters'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { AllLettersPage } from './AllLettersPage'
import type { Sheet } from './LetterSheet'
import { GROUPS, LettersPage, type LettersView } from './LettersPage'
import { PrintPage } from './PrintPage'

export interface LetterRoutes {
  campaigns(by: Staff): Promise<Campaign[]>
  campaign(by: Staff, id: string): Promise<Campaign>
  addressees(by: Staff, campaign: string): Promise<Addressee[]>
  /** Gives these people a letter; whoever has one keeps its code. */
  make(by: Staff, campaign: string, contacts: ReadonlySet<string>): Promise<void>
  /** Every letter that was made, by language and name. */
  sheets(
    by: Staff,
    campaign: string,
    how: {
      second: LanguageTag | null
      codeOnly: boolean
      tooLong: (language: LanguageTag) => Sheet['tooLong']
    },
  ): Promise<Sheet[]>
  markPosted(by: Staff, campaign: string): Promise<number>
  undoPosted(by: Staff, campaign: string, at: number): Promise<number>
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
const AT = z.object({ at: z.coerce.number().int() })

const chosenOf = (addressees: readonly Addressee[], view: LettersView): Addressee[] =>
  addressees.filter(one => GROUPS[view.for](one) && (view.language === '' || one.printedIn === view.language))

export function letterRoutes(routes: LetterRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const pathOf = (id: string) => `/campaigns/${encodeURIComponent(id)}/letters`

  router.get('/letters', async (request, response) => {
    const campaigns = await routes.campaigns(byOf(request))
    response.send(page(<AllLettersPage campaigns={campaigns} words={wordsOf(request)} />))
  })

  router.get('/campaigns/:id/letters', async (request, response) => {
    const { id } = request.params
    const view = VIEW.parse(request.query)
    const addressees = await routes.addressees(byOf(request), id)
    const { done, count } = request.query
    const what = (['posted', 'not_posted'] as const).find(one => one === done)
    const props = {
      campaign: await routes.campaign(byOf(request), id),
      words: wordsOf(request),
      view,
      addressees,
      chosen: chosenOf(addressees, view),
      review: routes.review,
      done: what && /^\d{1,6}$/.test(String(count)) ? { what, count: Number(count) } : undefined,
    } as const
    response.send(page(<LettersPage {...props} />))
  })

  router.post('/campaigns/:id/letters', async (request, response) => {
    const { id } = request.params
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
    const ids = new Set(chosen.map(({ contact }) => contact._id))
    const tooLong = (language: LanguageTag) =>
      [1, 2].map(count =>
        words.say('letters:too_long', { count, language: words.languageName(language) }),
      ) as [string, string]
    const sheets = await routes.sheets(byOf(request), id, {
      second: view.second === 'yes' && view.format === 'a4' ? SECOND : null,
      codeOnly: view.format === 'labels',
      tooLong,
    })
    const { event } = await routes.campaign(byOf(request), id)
    const props = {
      words,
      title: `${words.say('letters:title')} – ${event.name}`,
      back: pathOf(id),
      sheets: sheets.filter(({ contact }) => ids.has(contact)),
      ...view,
    }
    response.send(page(<PrintPage {...props} />))
  })

  router.post('/campaigns/:id/letters/posted', async (request, response) => {
    const { id } = request.params
    const count = await routes.markPosted(byOf(request), id)
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
