import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { LONGEST_NAME, SIGN_IN, type Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { PasswordChanged } from '../../../use-cases/changePassword'
import { Field, ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import { text } from '../../forms'
import { page } from '../../page'
import { byOf, keepSecret, type Sessions } from '../../session'
import type { Words } from '../../words'

/** What everybody of the staff may change about themselves; wired in `src/desk/account.ts`. */
export interface AccountRoutes {
  changePassword(by: Staff, asked: { old: string; chosen: string }): Promise<PasswordChanged>
  rename(by: Staff, name: string): Promise<void>
}

const NAME = z.object({ name: text })
const PASSWORD = z.object({ old: z.string().max(10_000), chosen: z.string().max(10_000) })

export function accountRoutes(
  routes: AccountRoutes,
  sessions: Pick<Sessions, 'secure'>,
  wordsOf: (request: Request) => Words,
): Router {
  const router = Router()
  const show = (request: Request, response: Response, wrong: Wrong = {}, name?: string) => {
    const { done } = request.query
    const props = {
      words: wordsOf(request),
      by: byOf(request),
      name: name ?? byOf(request).name,
      wrong,
      done: done === 'saved' || done === 'password' ? done : undefined,
    }
    response.status(Object.keys(wrong).length > 0 ? 422 : 200).send(page(<AccountPage {...props} />))
  }

  router.get('/account', (request, response) => show(request, response))

  router.post('/account/name', async (request, response) => {
    const body = NAME.safeParse(request.body)
    if (!body.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
    const name = body.data.name.trim()
    const { say } = wordsOf(request)
    if (name === '') return show(request, response, { name: say('settings:problem.staff_name') }, name)
    if ([...name].length > LONGEST_NAME)
      return show(
        request,
        response,
        { name: say('settings:problem.too_long', { count: LONGEST_NAME }) },
        name,
      )
    await routes.rename(byOf(request), name)
    response.redirect(303, '/account?done=saved')
  })

  router.post('/account/password', async (request, response) => {
    const body = PASSWORD.safeParse(request.body)
    if (!body.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
    const words = wordsOf(request)
    const changed = await routes.changePassword(byOf(request), body.data)
    switch (changed.outcome) {
      case 'changed':
        keepSecret(response, changed.secret, sessions)
        return response.redirect(303, '/account?done=password')
      case 'wait':
        return show(request, response, {
          old: words.say('sign-in:wait', { hour: words.hour(changed.until) }),
        })
      case 'wrong':
        return show(request, response, { old: words.say('settings:account.old_wrong') })
      default: {
        const count = SIGN_IN[changed.outcome === 'too_long' ? 'LONGEST_PASSWORD' : 'SHORTEST_PASSWORD']
        return show(request, response, { chosen: words.say(`sign-in:${changed.outcome}`, { count }) })
      }
    }
  })
  return router
}

function AccountPage({
  words,
  by,
  name,
  wrong,
  done,
}: {
  words: Words
  by: Staff
  name: string
  wrong: Wrong
  done?: string | undefined
}) {
  const { say } = words
  return (
    <Layout words={words} title={say('nav.account')} path="/account" sheets={['settings']}>
      <h1>{say('nav.account')}</h1>
      {done ? <Strip kind="done">{say(`settings:account.done_${done}`)}</Strip> : null}
      <ToFix wrong={wrong} words={words} />
      <form method="post" action="/account/name" class="form sheet">
        <h2>{say('settings:account.who')}</h2>
        <p class="soft">
          <bdi dir="ltr">{by.email}</bdi> · {say(`sign-in:role.${by.role}`)}
        </p>
        <Field
          name="name"
          label={say('settings:staff.name')}
          help={say('settings:account.name_help')}
          wrong={wrong.name}
        >
          {ids => <input {...ids} type="text" value={name} autocomplete="name" />}
        </Field>
        <button type="submit">{say('settings:save')}</button>
      </form>
      <form method="post" action="/account/password" class="form sheet">
        <h2>{say('settings:account.password')}</h2>
        <input type="hidden" name="username" value={by.email} autocomplete="username" />
        <Field name="old" label={say('settings:account.old')} wrong={wrong.old}>
          {ids => <input {...ids} type="password" autocomplete="current-password" required />}
        </Field>
        <Field
          name="chosen"
          label={say('sign-in:new_password')}
          help={say('sign-in:rule', { count: SIGN_IN.SHORTEST_PASSWORD })}
          wrong={wrong.chosen}
        >
          {ids => <input {...ids} type="password" autocomplete="new-password" required />}
        </Field>
        <button type="submit">{say('settings:account.change')}</button>
        <p class="soft">{say('settings:account.others_end')}</p>
      </form>
    </Layout>
  )
}
