import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { ChannelName, LanguageTag, Rendered } from '../../../domain/message'
import type { Staff } from '../../../domain/staff'
import { isAdvice, type OwnTextProblem, tidyText } from '../../../domain/text/ownText'
import { AppError } from '../../../errors'
import type { Content } from '../../../ports/content'
import type { TextReading } from '../../../use-cases/readText'
import type { TextSaved } from '../../../use-cases/saveOwnText'
import { rev, text } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { ConflictPage } from './ConflictPage'
import { EditorPage, type EditorProps } from './EditorPage'
import { textName, textPath } from './textName'
import { asKept, asTyped } from './valueNames'

/** Which text a page is about: of the organisation by its key, of a campaign by its step. */
export type AskedText = { language: LanguageTag } & ({ key: string } | { campaign: string; step: string })

/** What staff may do with texts; each is a use-case, wired in `src/desk/`. */
export interface TextsRoutes {
  content: Content
  /** @throws NOT_FOUND */
  read(by: Staff, asked: AskedText): Promise<TextReading>
  problems(reading: TextReading, text: string): OwnTextProblem[]
  /** @param reader an id; absent: examples */
  preview(
    by: Staff,
    reading: TextReading,
    asked: { draft: string; channel: ChannelName; reader?: string | undefined },
  ): Promise<Rendered>
  save(by: Staff, reading: TextReading, asked: { text: string | null; rev: number }): Promise<TextSaved>
  markRead(by: Staff, reading: TextReading, name: string): Promise<void>
  organisationName(by: Staff): Promise<string>
}

const DONE = ['saved', 'standard', 'undone', 'read'] as const
const FORM = z.object({
  do: z.enum(['show', 'save', 'standard', 'undo', 'read']).optional(),
  insert: z.string().max(100).optional(),
  // A browser ends the lines of a form in its own way.
  text: text.transform(typed => typed.replaceAll('\r\n', '\n')),
  rev: rev.default(0),
  reader: z.string().max(200).default(''),
  channel: z.enum(['whatsapp', 'sms']).default('whatsapp'),
  name: z.string().trim().max(80).default(''),
  seen: z.string().max(100).default(''),
})
type Form = z.infer<typeof FORM>

export function textRoutes(routes: TextsRoutes, wordsOf: (request: Request) => Words): Router {
  const { content } = routes
  const router = Router()
  const PATHS = ['/texts/:key/:language', '/campaigns/:campaign/steps/:step/:language']

  router.get(PATHS, async (request, response) => {
    const reading = await routes.read(byOf(request), askedOf(request))
    await show(request, response, { reading })
  })

  router.post(PATHS, async (request, response) => {
    const by = byOf(request)
    const form = FORM.safeParse(request.body ?? {})
    if (!form.success) throw new AppError('NOT_READABLE', 'The form is not complete')
    const { data } = form
    const reading = await routes.read(by, askedOf(request))
    const { own, plan } = reading
    const away = (done: (typeof DONE)[number]) => response.redirect(303, `${pathOf(request)}?done=${done}`)

    if (data.do === 'read') {
      const { name } = data
      const wrong = name === '' ? 'nameless' : data.seen === reading.seen ? null : 'meanwhile'
      if (wrong) return await show(request, response, { reading, unread: { name, wrong } })
      await routes.markRead(by, reading, name)
      return away('read')
    }
    const inserted = data.insert && plan.values.has(data.insert) ? ` {{${data.insert}}}` : ''
    const text = asKept(data.text + inserted, content.texts, plan.values)
    if (data.do === 'save' || data.do === 'standard' || data.do === 'undo') {
      const wanted = { save: text, standard: null, undo: own?.before ?? null }[data.do]
      const saved = await routes.save(by, reading, { text: wanted, rev: data.rev })
      if (saved.ok) return away(({ save: 'saved', standard: 'standard', undo: 'undone' } as const)[data.do])
      if ('newer' in saved) return await conflict(request, response, text)
      return await show(request, response, { reading, form: data, text, tried: true })
    }
    await show(request, response, { reading, form: data, text })
  })

  async function show(
    request: Request,
    response: Response,
    {
      reading,
      form,
      text,
      tried = false,
      unread,
    }: { reading: TextReading; form?: Form; text?: string; tried?: boolean; unread?: EditorProps['unread'] },
  ): Promise<void> {
    const by = byOf(request)
    const words = wordsOf(request)
    const { place, own, house, standard } = reading
    const draft = text ?? own?.text ?? house ?? standard ?? ''
    const channel = form?.channel ?? 'whatsapp'
    const reader = form?.reader || undefined
    const tidy = tidyText(draft)
    const asked = { draft: tidy, reader }
    const problems = routes.problems(reading, tidy)
    const stops = tried && problems.some(problem => !isAdvice(problem))
    const props: EditorProps = {
      words,
      reading,
      path: pathOf(request),
      typed: asTyped(draft, words),
      rev: form?.rev ?? own?.rev ?? 0,
      problems,
      tried,
      unread,
      shown: {
        channel,
        rendered: await routes.preview(by, reading, { ...asked, channel }),
        sms: await routes.preview(by, reading, { ...asked, channel: 'sms' }),
        bySms: reading.bySms,
        byWhatsapp: reading.count - reading.bySms,
        prices: reading.prices,
      },
      reader: reader ?? '',
      organisation: await routes.organisationName(by),
      direction: content.texts.direction(place.language),
      languages: content.texts.languages,
      inLanguage: language => pathOf(request).replace(/[^/]+$/, encodeURIComponent(language)),
      done: DONE.find(one => one === request.query.done),
    }
    response
      .status(unread?.wrong === 'meanwhile' ? 409 : stops || unread ? 422 : 200)
      .send(page(<EditorPage {...props} />))
  }

  async function conflict(request: Request, response: Response, text: string): Promise<void> {
    const words = wordsOf(request)
    const reading = await routes.read(byOf(request), askedOf(request))
    const { own, place, writer } = reading
    if (!own) throw new AppError('NOT_FOUND', 'The text is gone')
    const theirs = own.text ?? reading.house ?? reading.standard ?? ''
    const props = {
      words,
      path: pathOf(request),
      title: words.say('texts:editor.title', {
        text: textName(place.key, words).part,
        language: words.languageName(place.language),
      }),
      newer: own,
      theirs: asTyped(theirs, words),
      typed: asTyped(text, words),
      writer,
      language: place.language,
      direction: content.texts.direction(place.language),
    }
    response.status(409).send(page(<ConflictPage {...props} />))
  }

  return router
}

function askedOf({ params }: Request): AskedText {
  const { key, campaign, step, language } = params as Record<string, string>
  if (key !== undefined) return { key, language: language ?? '' }
  return { campaign: campaign ?? '', step: step ?? '', language: language ?? '' }
}

function pathOf(request: Request): string {
  const asked = askedOf(request)
  if ('key' in asked) return textPath(asked.key, asked.language)
  const [campaign, step, language] = [asked.campaign, asked.step, asked.language].map(encodeURIComponent)
  return `/campaigns/${campaign}/steps/${step}/${language}`
}
