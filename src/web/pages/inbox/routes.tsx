import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { noteProblem } from '../../../domain/inbox/noteProblem'
import { INBOX_TABS, type InboxTab } from '../../../domain/inbox/thread'
import type { LanguageTag } from '../../../domain/message'
import type { Staff } from '../../../domain/staff'
import type { ReplyToSend } from '../../../domain/text/savedReply'
import { AppError } from '../../../errors'
import type { Texts } from '../../../ports/texts'
import type { Answer, Answered } from '../../../use-cases/answerContact'
import type { InboxReading } from '../../../use-cases/readInbox'
import type { OpenedMedia } from '../../../use-cases/readMedia'
import type { ThreadReading } from '../../../use-cases/readThread'
import { page } from '../../page'
import { sendMedia } from '../../sendMedia'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { InboxPage } from './InboxPage'
import { ThreadPage, type Typed } from './ThreadPage'

export interface InboxRoutes {
  texts: Pick<Texts, 'direction' | 'endonym' | 'languages'>
  /** For a form, so that the same form sent twice does its deed once. */
  newKey(): string
  /** In this language, or the nearest that somebody wrote. */
  savedReplies(by: Staff, language: LanguageTag): Promise<ReplyToSend[]>
  inbox(by: Staff, tab: InboxTab): Promise<InboxReading>
  thread(by: Staff, contact: string): Promise<ThreadReading>
  media(by: Staff, contact: string, message: string, n: number): Promise<OpenedMedia>
  /** @param from the colleague it is taken from, on purpose */
  take(by: Staff, contact: string, from?: string): Promise<'taken' | 'held'>
  answer(by: Staff, contact: string, answer: Omit<Answer, 'contact' | 'by'>): Promise<Answered>
  note(by: Staff, contact: string, note: { key: string; text: string }): Promise<void>
  /** `held`: a colleague answers; `wrote`: they wrote after `seen`, which nobody would answer. */
  leave(
    by: Staff,
    contact: string,
    place: 'bot' | 'closed',
    seen?: number,
  ): Promise<'left' | 'held' | 'wrote'>
}

const key = z.string().regex(/^[\w-]{8,60}$/)
const seen = z.coerce.number().int()
const FORM = z.discriminatedUnion('do', [
  z.object({ do: z.literal('take') }),
  z.object({ do: z.literal('take_from'), from: z.string().min(1).max(200) }),
  z.object({
    do: z.literal('answer'),
    key,
    way: z.enum(['text', 'template', 'sms']),
    text: z.string().max(20_000).default(''),
    language: z.string().min(2).max(20),
    seen,
  }),
  z.object({ do: z.literal('note'), key, text: z.string().max(20_000) }),
  z.object({ do: z.literal('leave'), to: z.enum(['bot', 'closed']), seen }),
])

export function inboxRoutes(routes: InboxRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/inbox', async (request, response) => {
    const tab = INBOX_TABS.find(one => one === request.query.tab) ?? 'waiting'
    const reading = await routes.inbox(byOf(request), tab)
    response.send(page(<InboxPage reading={reading} words={wordsOf(request)} texts={routes.texts} />))
  })

  const show = async (
    request: Request,
    response: Response,
    { typed, status = 200 }: { typed?: Typed; status?: number } = {},
  ) => {
    const by = byOf(request)
    const contact = String(request.params.contact)
    const reading = await routes.thread(by, contact)
    const replies = await routes.savedReplies(by, reading.contact.language)
    const chosen = replies.find(({ id }) => id === request.query.reply)
    const props = {
      replies,
      reading,
      me: by._id,
      words: wordsOf(request),
      texts: routes.texts,
      formKey: typed?.key ?? routes.newKey(),
      typed: typed ?? (chosen && { text: chosen.text, language: chosen.language }),
      done: ['bot', 'closed'].find(one => one === request.query.left),
    }
    response.status(status).send(page(<ThreadPage {...props} />))
  }
  router.get('/inbox/:contact', (request, response) => show(request, response))

  router.get('/inbox/:contact/media/:message/:n', async (request, response) => {
    const { contact, message, n } = request.params
    sendMedia(response, await routes.media(byOf(request), contact, message, Number(n)))
  })

  router.post('/inbox/:contact', async (request, response) => {
    const form = FORM.safeParse(request.body)
    if (!form.success) throw new AppError('NOT_READABLE', 'The form is not complete')
    const by = byOf(request)
    const { contact } = request.params
    const back = (query = '') =>
      response.redirect(303, `/inbox/${encodeURIComponent(contact)}${query}#latest`)
    const refused = (typed: Typed, status: number) => show(request, response, { typed, status })
    const asked = form.data
    switch (asked.do) {
      case 'take':
      case 'take_from': {
        const taken = await routes.take(by, contact, asked.do === 'take_from' ? asked.from : undefined)
        return taken === 'taken' ? back() : refused({ text: '', was: 'held' }, 409)
      }
      case 'answer': {
        const answered = await routes.answer(by, contact, asked)
        if (answered.outcome === 'sent') return back()
        const { text, language, way, key: formKey } = asked
        const typed = { text, language, way, key: formKey }
        return answered.outcome === 'held'
          ? refused({ ...typed, was: 'held' }, 409)
          : refused({ ...typed, problems: answered.problems }, 422)
      }
      case 'note': {
        const problem = noteProblem(asked.text)
        if (problem) return refused({ note: asked.text, text: '', problems: [problem], key: asked.key }, 422)
        await routes.note(by, contact, asked)
        return back()
      }
      case 'leave': {
        const left = await routes.leave(by, contact, asked.to, asked.seen)
        return left === 'left' ? back(`?left=${asked.to}`) : refused({ text: '', was: left }, 409)
      }
    }
  })
  return router
}
