import express, { type Request, type Response, Router } from 'express'
import { renderToString } from 'preact-render-to-string'
import type { Engine } from '../engine'
import type { Faults } from '../faults'
import type { MediaStore } from '../mediaStore'
import type { EmulatorOptions } from '../options'
import type { ActResult, PhoneActs } from '../phoneActs'
import type { Phone } from '../records'
import { sameOrigin } from '../sameOrigin'
import type { State } from '../state'
import { changeStream } from './changeStream'
import { createDates, momentOf } from './dates'
import { pageAssets } from './pageAssets'
import { chosenLanguage, languageOf, openOf, queryOf } from './pageQuery'
import { type PersonModel, phoneModel } from './phonesModel'
import { FAULT_SWITCHES, type FaultName, type PageModel, PhonesView } from './phonesView'
import type { PageLanguage, Words } from './words'
import { isPageLanguage } from './words'

const HOUR = 3_600_000

/** `/phones`: forms that work without scripts, and a stream that says when to look again. */
export function phonesPage(given: {
  options: EmulatorOptions
  state: State
  engine: Engine
  faults: { now(): Faults; set(patch: Partial<Faults>): Faults }
  acts: PhoneActs
  media: MediaStore
  words: (language: PageLanguage) => Words
}): Router {
  const { options, state, engine, faults, acts, media, words } = given
  const timeZone = options.timeZone ?? 'Europe/Brussels'
  const router = Router()
  const changed = changeStream(state)
  router.use(pageAssets())
  router.use('/phones', sameOrigin, express.urlencoded({ extended: false, limit: '1mb' }))
  router.get('/', (_, response) => response.redirect('/phones'))

  router.get('/phones', async (request, response) => {
    response.type('html').send(await render(request, null))
  })
  router.get('/phones/stream', changed.open)
  router.get('/phones/media/:sid', (request, response) => {
    const found = state.all('media').get(request.params.sid)
    if (!found) return void response.status(404).end()
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
    response.type(found.type).send(media.read(found.sid))
  })

  router.post('/phones/wind', async (request, response) => {
    const to = await windTo((request.body ?? {}) as Record<string, string>, languageOf(request))
    if (to === null || to <= options.clock.now() || !options.wind)
      return done(request, response, 'clock.onlyForward')
    try {
      await options.wind(to)
    } catch {
      return done(request, response, 'clock.failed')
    }
    await engine.runDue()
    await done(request, response, null)
  })

  router.post('/phones/faults', async (request, response) => {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, string>)) {
      const positions = FAULT_SWITCHES[name as FaultName]
      if (positions) faults.set(value === 'on' ? positions.on : positions.off)
    }
    changed.tell()
    await done(request, response, null)
  })

  router.post('/phones/:n/:act', async (request, response) => {
    const phone = people()[Number(request.params.n)]
    const result = phone ? act(phone, request) : { problem: 'no such phone' as const }
    if (result === null) return void response.status(404).end()
    await done(request, response, 'problem' in result ? `problem.${result.problem}` : null)
  })

  function act(phone: Phone, request: Request): ActResult | null {
    const body = (request.body ?? {}) as Record<string, string>
    const { address } = phone
    const doing: Record<string, () => ActResult> = {
      text: () => acts.text(address, body.emoji || body.body || ''),
      tap: () => acts.tap(address, body.message ?? '', body.choice ?? ''),
      voice: () => acts.voice(address),
      image: () => acts.image(address),
      location: () => acts.location(address),
      on: () => acts.change(address, { on: body.on === 'off' }),
      blocks: () => acts.change(address, { blocks: body.blocks === 'on' }),
      channel: () => acts.change(address, { writes: body.channel === 'sms' ? 'sms' : 'whatsapp' }),
      wipe: () => acts.wipe(address),
    }
    return doing[String(request.params.act)]?.() ?? null
  }

  async function windTo(body: Record<string, string>, language: string): Promise<number | null> {
    const now = options.clock.now()
    if (body.by === 'hour') return now + HOUR
    if (body.by === 'day') return now + 24 * HOUR
    if (body.by === 'step') return (await options.nextStep?.(language))?.at ?? null
    return momentOf(body.to ?? '', timeZone)
  }

  /** With scripts: a word or nothing. Without: the same page again, so that reloading posts nothing twice. */
  async function done(request: Request, response: Response, problem: string | null): Promise<void> {
    if (request.headers['x-live']) {
      const say = words(languageOf(request))
      return void (problem ? response.status(409).send(say(problem)) : response.status(204).end())
    }
    if (problem)
      return void response
        .status(409)
        .type('html')
        .send(await render(request, problem))
    response.redirect(
      303,
      `/phones${queryOf(openOf(request, state.all('phones').size), chosenLanguage(request))}`,
    )
  }

  const people = (): Phone[] => [...state.all('phones').values()].sort((a, b) => a.order - b.order)

  async function render(request: Request, problem: string | null): Promise<string> {
    const language = languageOf(request)
    const page = { language, words: words(language), dates: createDates(language, timeZone) }
    const open = openOf(request, state.all('phones').size)
    const all = people()
    const now = options.clock.now()
    const next = options.wind && options.nextStep ? await options.nextStep(language) : null
    const model: PageModel = {
      language,
      words: page.words,
      organisation: options.organisationName,
      smsNumber: options.senders.sms,
      people: all.map(({ name, language: code }, n): PersonModel => {
        return { n, name: name.split(' ')[0] ?? name, language: code, open: open.includes(n) }
      }),
      phones: open.map(n => {
        const phone = all[n] as Phone
        const spoken = phone.language.split('-')[0] as string
        const own = isPageLanguage(spoken) ? spoken : language
        return phoneModel({
          phone: { ...phone, name: phone.name.split(' ')[0] ?? phone.name },
          n,
          state,
          now,
          page,
          own: { language: own, words: words(own), dates: createDates(own, timeZone) },
        })
      }),
      faults: switchesOf(faults.now()),
      clock: {
        text: page.dates.full(now),
        field: page.dates.field(now),
        winds: options.wind !== undefined,
        next: next && { when: `${page.dates.day(next.at)} ${page.dates.hour(next.at)}`, label: next.label },
      },
      nothingSent: state.all('messages').size === 0,
      problem: problem && page.words(problem),
      query: (shown, other) => queryOf(shown, other ?? chosenLanguage(request)),
    }
    return `<!doctype html>${renderToString(<PhonesView page={model} />)}`
  }

  return router
}

function switchesOf(now: Faults): PageModel['faults'] {
  return [
    { name: 'slow', on: now.slow > 0 },
    { name: 'twice', on: now.twice },
    { name: 'mixedUp', on: now.mixedUp !== 'off' },
    { name: 'lost', on: now.lost > 0 },
    { name: 'outage', on: now.outage !== 'off' },
  ]
}
