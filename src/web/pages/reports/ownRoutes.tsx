import { type Request, Router } from 'express'
import { z } from 'zod'
import { OWN_KINDS, type OwnQuestion } from '../../../domain/dialog/ownQuestion'
import type { OwnDraft, OwnMistake } from '../../../domain/dialog/ownQuestionMistakes'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { OwnQuestions } from '../../../use-cases/readOwnQuestions'
import type { Wrong } from '../../components/Field'
import { text } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { type OwnForm, OwnQuestionsPage } from './OwnQuestionsPage'
import { reportPath } from './reading'

export interface OwnRoutes {
  ownQuestions(by: Staff, campaign: string): Promise<OwnQuestions>
  addOwn(
    by: Staff,
    campaign: string,
    draft: OwnDraft,
  ): Promise<{ added: OwnQuestion } | { mistakes: OwnMistake[] }>
  removeOwn(by: Staff, campaign: string, id: string): Promise<void>
  /** Dutch first. */
  ownLanguages: readonly string[]
  directionOf(language: string): 'ltr' | 'rtl'
}

const TOLD = ['added', 'removed'] as const
const KIND = z.enum(OWN_KINDS).catch('smiley')

/** An organiser's own questions of one event. */
export function ownRoutes(routes: OwnRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const path = '/reports/events/:id/questions'
  const propsFor = async (request: Request, form: OwnForm, wrong: Wrong) => {
    const campaign = String(request.params.id)
    return {
      words: wordsOf(request),
      campaign,
      own: await routes.ownQuestions(byOf(request), campaign),
      languages: routes.ownLanguages,
      form,
      wrong,
      told: TOLD.find(one => one === request.query.told),
      directionOf: routes.directionOf,
    }
  }

  router.get(path, async (request, response) => {
    const empty: OwnForm = { kind: 'smiley', ask: {}, options: {} }
    response.send(page(<OwnQuestionsPage {...(await propsFor(request, empty, {}))} />))
  })

  router.post(path, async (request, response) => {
    const form = formIn(request.body ?? {}, routes.ownLanguages)
    const result = await routes.addOwn(byOf(request), request.params.id, draftOf(form, routes.ownLanguages))
    if ('added' in result)
      return response.redirect(303, `${reportPath(request.params.id)}/questions?told=added`)
    const wrong = ownWrong(result.mistakes, routes.ownLanguages, wordsOf(request))
    response.status(422).send(page(<OwnQuestionsPage {...(await propsFor(request, form, wrong))} />))
  })

  router.post(`${path}/remove`, async (request, response) => {
    const question = z.string().min(1).max(200).safeParse(request.body?.question)
    if (!question.success) throw new AppError('NOT_READABLE', 'The form has no question')
    await routes.removeOwn(byOf(request), request.params.id, question.data)
    response.redirect(303, `${reportPath(request.params.id)}/questions?told=removed`)
  })
  return router
}

function formIn(body: Record<string, unknown>, languages: readonly string[]): OwnForm {
  const each = (name: string) =>
    Object.fromEntries(
      languages.map(language => [language, text.catch('').parse(body[`${name}_${language}`])]),
    )
  return { kind: KIND.parse(body.kind), ask: each('ask'), options: each('options') }
}

/** Answers on the same line are the same answer, in each language. */
function draftOf({ kind, ask, options }: OwnForm, languages: readonly string[]): OwnDraft {
  const lines = languages.map(
    language => [language, (options[language] ?? '').split('\n').map(line => line.trim())] as const,
  )
  const most = Math.max(...lines.map(([, own]) => own.length))
  return {
    kind,
    ask,
    options: Array.from({ length: most }, (_, place) =>
      Object.fromEntries(lines.flatMap(([language, own]) => (own[place] ? [[language, own[place]]] : []))),
    ),
  }
}

/** Names that would look like plurals among the words. */
const WORDS: Partial<Record<OwnMistake['why'], string>> = { too_few: 'least', too_many: 'most' }

/** Beside the field it is about; of all options together: beside those of the first language. */
function ownWrong(mistakes: readonly OwnMistake[], languages: readonly string[], words: Words): Wrong {
  const wrong: Record<string, string> = {}
  for (const { field, language = languages[0] ?? 'nl', place = 0, why, count = 0, most = 0 } of mistakes) {
    const where = field === 'ask' ? `ask_${language}` : `options_${language}`
    wrong[where] ??= words.say(`reports:problem.own.${WORDS[why] ?? why}`, { count, most, line: place + 1 })
  }
  return wrong
}
