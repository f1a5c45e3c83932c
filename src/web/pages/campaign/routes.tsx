import { type Request, Router } from 'express'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import { askKey } from '../../../domain/dialog/textKey'
import { AppError } from '../../../errors'
import type { Clock } from '../../../ports/clock'
import type { Content } from '../../../ports/content'
import type { CampaignReading } from '../../../use-cases/readCampaign'
import { chooseLanguage, type Words, wordsFor } from '../../words'
import { CampaignsPage } from '../CampaignsPage'
import { CampaignPage } from './CampaignPage'

/** What the pages may do; each is a use-case, wired in app.ts. */
export interface CampaignRoutes {
  campaigns(): Promise<Campaign[]>
  read(campaign: string): Promise<CampaignReading>
  askConsent(contact: string): Promise<void>
  markAttendance(
    campaign: string,
    who: { contact: string; attended: boolean } | 'all_who_said_yes',
  ): Promise<void>
  closeTask(task: string): Promise<void>
  /** @throws CAMPAIGN_CHANGED when somebody else changed it since `version` */
  move(campaign: string, version: number, start: string, end: string): Promise<void>
  cancel(campaign: string, version: number): Promise<void>
  content: Content
  clock: Clock
  zone: string
  phones?: string | undefined
}

const id = z.string().min(1).max(200)
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
const BODIES = {
  'ask-consent': z.object({ contact: id }),
  attendance: z.union([
    z.object({ all: z.literal('yes') }),
    z.object({ contact: id, attended: z.enum(['yes', 'no']) }),
  ]),
  tasks: z.object({ task: id }),
  move: z.object({ version: z.coerce.number().int(), start: local, end: local }),
  cancel: z.object({ version: z.coerce.number().int() }),
}

export function campaignRoutes(routes: CampaignRoutes): Router {
  const { content, zone, clock, phones } = routes
  const wordsOf = (request: Request): Words =>
    wordsFor(content.texts, chooseLanguage(request.query.language, request.headers['accept-language']), zone)
  const router = Router()

  router.get('/campaigns', async (request, response) => {
    response.send(
      page(<CampaignsPage campaigns={await routes.campaigns()} words={wordsOf(request)} phones={phones} />),
    )
  })

  router.get('/campaigns/:id', async (request, response) => {
    const words = wordsOf(request)
    const reading = await routes.read(request.params.id)
    response.send(
      page(
        <CampaignPage
          reading={reading}
          words={words}
          now={clock.now()}
          phones={phones}
          {...sayings(content, words)}
        />,
      ),
    )
  })

  const deeds = {
    'ask-consent': (_campaign: string, body: z.infer<(typeof BODIES)['ask-consent']>) =>
      routes.askConsent(body.contact),
    attendance: (campaign: string, body: z.infer<typeof BODIES.attendance>) =>
      routes.markAttendance(
        campaign,
        'all' in body ? 'all_who_said_yes' : { contact: body.contact, attended: body.attended === 'yes' },
      ),
    tasks: (_campaign: string, body: z.infer<typeof BODIES.tasks>) => routes.closeTask(body.task),
    move: (campaign: string, body: z.infer<typeof BODIES.move>) =>
      routes.move(campaign, body.version, body.start, body.end),
    cancel: (campaign: string, body: z.infer<typeof BODIES.cancel>) => routes.cancel(campaign, body.version),
  }
  for (const deed of Object.keys(deeds) as (keyof typeof deeds)[])
    router.post(`/campaigns/:id/${deed}`, async (request, response) => {
      const body = BODIES[deed].safeParse(request.body)
      if (!body.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete', { deed })
      await deeds[deed](String(request.params.id), body.data as never)
      response.redirect(303, `/campaigns/${request.params.id}`)
    })
  return router
}

const page = (node: VNode): string => `<!doctype html>${render(node)}`

/** Questions and answers in the reader's words; an answer that is no option is shown as it was written. */
function sayings(content: Content, words: Words) {
  const { texts } = content
  return {
    asks: (dialog: string, question: string) => texts.say(askKey(dialog, question), words.language),
    answers: (dialog: string, question: string, answer: string) => {
      const found = content.dialog(dialog)?.questions.find(one => one.id === question)
      if (!found) return answer
      const choices = texts.choices(
        {
          text: askKey(dialog, question),
          question: { dialog, version: content.dialog(dialog)?.version ?? 1, id: question },
        },
        words.language,
      )
      return choices.find(choice => choice.id === answer || choice.id.endsWith(`/${answer}`))?.label ?? answer
    },
  }
}
