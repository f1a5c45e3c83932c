import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { pricesOf } from '../../../domain/delivery/price'
import { chooseLanguages } from '../../../domain/settings/chooseLanguages'
import { inEuros, type PricesForm, readPrices } from '../../../domain/settings/readPrices'
import { wrongWords } from '../../components/Field'
import { rev } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { LanguagesPage } from './LanguagesPage'
import type { SettingsRoutes } from './routes'
import { SendersPage } from './SendersPage'
import { attempt, doneOf, incomplete, type Shown, statusOf } from './shown'

const price = z.string().max(20).default('')
const PRICES = z.object({ rev, sms: price, whatsapp: price })
const LANGUAGES = z.object({
  rev,
  languages: z.union([z.string().transform(one => [one]), z.array(z.string())]).default([]),
})

/** From which numbers and at what price messages leave, and in which languages they are worded. */
export function sendingRoutes(routes: SettingsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  async function showSenders(
    request: Request,
    response: Response,
    shown: Shown<PricesForm> = {},
  ): Promise<void> {
    const by = byOf(request)
    const organisation = await routes.organisation(by)
    const { sms, whatsapp } = pricesOf(organisation)
    const props = {
      words: wordsOf(request),
      senders: await routes.senders(by),
      form: shown.form ?? { sms: inEuros(sms), whatsapp: inEuros(whatsapp) },
      rev: shown.rev ?? organisation.rev ?? 0,
      problems: shown.problems ?? {},
      wrong: shown.wrong,
      done: doneOf(request),
      last: await routes.lastChange(by, 'senders'),
    }
    response.status(statusOf(shown)).send(page(<SendersPage {...props} />))
  }
  router.get('/settings/senders', (request, response) => showSenders(request, response))
  router.post('/settings/senders', async (request, response) => {
    const body = PRICES.safeParse(request.body)
    if (!body.success) throw incomplete()
    const words = wordsOf(request)
    const { rev, ...form } = body.data
    const read = readPrices(form)
    if (!read.ok) {
      const problems = wrongWords(read.problems, 'settings', words)
      return showSenders(request, response, { form, rev, problems })
    }
    const wrong = await attempt(words, () =>
      routes.change(byOf(request), rev, 'senders', { prices: read.value }),
    )
    if (wrong) return showSenders(request, response, { form, wrong })
    response.redirect(303, '/settings/senders?done=saved')
  })

  async function showLanguages(
    request: Request,
    response: Response,
    shown: Shown<readonly string[]> = {},
  ): Promise<void> {
    const by = byOf(request)
    const { languages, rev = 0 } = await routes.organisation(by)
    const [own = 'nl', ...others] = languages
    const props = {
      words: wordsOf(request),
      own,
      chosen: shown.form ?? others,
      all: routes.languages,
      rev,
      wrong: shown.wrong,
      done: doneOf(request),
      last: await routes.lastChange(by, 'languages'),
    }
    response.status(statusOf(shown)).send(page(<LanguagesPage {...props} />))
  }
  router.get('/settings/languages', (request, response) => showLanguages(request, response))
  router.post('/settings/languages', async (request, response) => {
    const body = LANGUAGES.safeParse(request.body)
    if (!body.success) throw incomplete()
    const by = byOf(request)
    const form = body.data.languages
    const { languages } = await routes.organisation(by)
    const chosen = chooseLanguages(languages, form, routes.languages)
    const wrong = await attempt(wordsOf(request), () =>
      routes.change(by, body.data.rev, 'languages', { languages: chosen }),
    )
    if (wrong) return showLanguages(request, response, { form, wrong })
    response.redirect(303, '/settings/languages?done=saved')
  })

  return router
}
