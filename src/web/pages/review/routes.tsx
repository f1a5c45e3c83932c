import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type OwnTextProblem, tidyText } from '../../../domain/text/ownText'
import { placesIn } from '../../../domain/text/places'
import { REVIEW_LINK, type ReviewLink } from '../../../domain/text/reviewLink'
import { AppError } from '../../../errors'
import type { Content } from '../../../ports/content'
import type { PairSaved, TextPair } from '../../../use-cases/readAlong'
import type { Opened } from '../../../use-cases/reviewLinks'
import { type Wrong, wrongWords } from '../../components/Field'
import { rev, text } from '../../forms'
import { page } from '../../page'
import type { Words } from '../../words'
import { asKept, asTyped } from '../texts/valueNames'
import { PairConflict, PairPage } from './PairPage'
import { type Choice, NamePage, OverPage, PASSES, REVIEW_FILTERS, ReviewPage, shownPath } from './ReviewPage'

/** What somebody without an account may do, by the secret in their link: the texts of one language and nothing else. */
export interface ReviewRoutes {
  content: Content
  /** With the name of who asks, where there is such a link. */
  open(secret: string): Promise<Opened & { organisation: string | null }>
  pairs(link: ReviewLink): Promise<TextPair[]>
  /** @throws NOT_FOUND */
  pair(link: ReviewLink, key: string): Promise<TextPair>
  problems(link: ReviewLink, pair: TextPair, text: string): OwnTextProblem[]
  name(link: ReviewLink, reader: string): Promise<void>
  save(
    link: ReviewLink,
    asked: { key: string; text: string; rev: number; reader: string; read: boolean },
  ): Promise<PairSaved>
  /** @returns false when somebody else wrote meanwhile */
  undo(link: ReviewLink, asked: { key: string; rev: number; reader: string }): Promise<boolean>
  /** @returns false when other words stand there now */
  tick(link: ReviewLink, asked: { key: string; seen: string; reader: string }): Promise<boolean>
}

const name = z
  .string()
  .max(1_000)
  .default('')
  .transform(typed => tidyText(typed).replaceAll('\n', ' '))
const LIST = z.object({
  do: z.enum(['name', 'tick']),
  name,
  key: z.string().max(200).default(''),
  seen: z.string().max(100).default(''),
})
const PAIR = z.object({
  do: z.enum(['save', 'save_read', 'undo']),
  name,
  rev: rev.default(0),
  text: text.transform(typed => typed.replaceAll('\r\n', '\n')),
})

type Asked = Request<{ secret: string; key?: string }>
type Open = { link: ReviewLink; organisation: string; words: Words; path: string; choice: Choice }

/** Pages without a session. The secret stands in no answer but as the page's own address. */
export function reviewRoutes(routes: ReviewRoutes, wordsOf: (request: Request) => Words): Router {
  const { content } = routes
  const router = Router()
  router.use('/review', (_request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    next()
  })

  /** Null: the link is over, and that was said. */
  async function enter(request: Asked, response: Response): Promise<Open | null> {
    const { secret } = request.params
    const words = wordsOf(request as unknown as Request)
    const path = `/review/${encodeURIComponent(secret)}`
    const { organisation, ...opened } = await routes.open(secret)
    if (opened.open) {
      const filter = REVIEW_FILTERS.find(one => one === request.query.show) ?? 'unread'
      const from = Number(request.query.from)
      const choice = { filter, from: Number.isSafeInteger(from) && from > 0 ? from : 0 }
      return { link: opened.link, organisation: organisation ?? '', words, path, choice }
    }
    const typed = typeof request.body?.text === 'string' ? request.body.text : ''
    const props = { words, path, organisation, since: opened.since, typed }
    response.status(410).send(page(<OverPage {...props} />))
    return null
  }

  const sidesOf = ({ link: { language } }: Open) => ({
    language,
    direction: content.texts.direction(language),
  })

  function askName(response: Response, open: Open, typed = '', wrong?: Wrong): void {
    const props = { ...open, ...sidesOf(open), typed, wrong }
    response.status(wrong ? 422 : 200).send(page(<NamePage {...props} />))
  }

  async function show(
    { query }: Pick<Asked, 'query'>,
    response: Response,
    open: Open,
    changed?: string,
  ): Promise<void> {
    const { link } = open
    if (link.reader === undefined) return askName(response, open)
    const pairs = await routes.pairs(link)
    const props = {
      ...open,
      ...sidesOf(open),
      pairs,
      reader: link.reader,
      until: link.until,
      saved: pairs.find(({ key }) => key === query.saved),
      undone: query.done === 'undone',
      changed: pairs.find(({ key }) => key === changed),
    }
    response.status(changed === undefined ? 200 : 409).send(page(<ReviewPage {...props} />))
  }

  router.get('/review/:secret', async (request: Asked, response) => {
    const open = await enter(request, response)
    if (open) await show(request, response, open)
  })

  router.post('/review/:secret', async (request: Asked, response) => {
    const open = await enter(request, response)
    if (!open) return
    const form = read(LIST, request)
    const { link, words, path, choice } = open
    const problem = nameProblem(form.name)
    if (problem) return askName(response, open, form.name, wrongWords([problem], 'review', words))
    if (form.do === 'name') {
      await routes.name(link, form.name)
      return response.redirect(303, shownPath(path, choice))
    }
    const before = await routes.pairs(link)
    if (!(await routes.tick(link, { key: form.key, seen: form.seen, reader: form.name })))
      return await show({ query: {} }, response, open, form.key)
    // On to the next one, where the eye is.
    const at = before.findIndex(({ key }) => key === form.key)
    const next = before.findIndex((pair, index) => index > at && PASSES[choice.filter](pair))
    response.redirect(303, shownPath(path, choice) + (next < 0 ? '' : `#text-${next}`))
  })

  async function edit(
    response: Response,
    open: Open,
    pair: TextPair,
    tried?: { name: string; text: string; rev: number },
  ): Promise<void> {
    const { link, words } = open
    const text = tried?.text ?? pair.said ?? ''
    const props = {
      ...open,
      ...sidesOf(open),
      pair,
      reader: tried?.name ?? link.reader ?? '',
      typed: asTyped(text, words),
      rev: tried?.rev ?? pair.rev,
      problems: text === '' && !tried ? [] : routes.problems(link, pair, tidyText(text)),
      tried: tried !== undefined,
      values: [...new Set(placesIn(`${pair.source} ${pair.said ?? ''}`))],
    }
    response.status(tried ? 422 : 200).send(page(<PairPage {...props} />))
  }

  const valuesOf = ({ key }: TextPair): ReadonlySet<string> => content.expected.get(key)?.values ?? new Set()

  router.get('/review/:secret/:key', async (request: Asked, response) => {
    const open = await enter(request, response)
    if (!open) return
    if (open.link.reader === undefined) return response.redirect(303, open.path)
    await edit(response, open, await routes.pair(open.link, request.params.key ?? ''))
  })

  router.post('/review/:secret/:key', async (request: Asked, response) => {
    const open = await enter(request, response)
    if (!open) return
    const form = read(PAIR, request)
    if (nameProblem(form.name)) throw new AppError('NOT_READABLE', 'The form does not say who writes')
    const { link, words, path, choice } = open
    const pair = await routes.pair(link, request.params.key ?? '')
    const { key } = pair
    const asked = { key, rev: form.rev, reader: form.name }
    if (form.do === 'undo') {
      return (await routes.undo(link, asked))
        ? response.redirect(303, shownPath(path, choice, { done: 'undone' }))
        : await show({ query: {} }, response, open, key)
    }
    const text = asKept(form.text, content.texts, valuesOf(pair))
    const saved = await routes.save(link, { ...asked, text, read: form.do === 'save_read' })
    if ('problems' in saved) return await edit(response, open, pair, { ...form, text })
    if ('newer' in saved) {
      const now = await routes.pair(link, key)
      const props = { ...open, ...sidesOf(open), pair: now, reader: form.name, at: saved.newer.at }
      const typed = asTyped(text, words)
      return response.status(409).send(page(<PairConflict {...props} typed={typed} />))
    }
    response.redirect(303, shownPath(path, choice, saved.written ? { saved: key } : {}))
  })

  return router
}

function read<T extends z.ZodType>(schema: T, { body }: Pick<Request, 'body'>): z.infer<T> {
  const form = schema.safeParse(body ?? {})
  if (!form.success) throw new AppError('NOT_READABLE', 'The form is not complete')
  return form.data
}

function nameProblem(typed: string) {
  const { LONGEST_NAME } = REVIEW_LINK
  if (typed === '') return { field: 'name', problem: 'no_name' }
  return [...typed].length > LONGEST_NAME
    ? { field: 'name', problem: 'long_name', values: { most: LONGEST_NAME } }
    : null
}
