import { ROLES } from '../../../domain/staff'
import { Gate } from '../../components/Gate'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { type KeptForm, packForm } from './keptForm'

export interface SignInProps {
  words: Words
  /** Where to go on to; a path of our own. */
  to: string
  /** One button for each role: practice, on this machine. */
  practice: boolean
  email?: string | undefined
  told?: 'wrong' | 'away' | 'kept' | 'signed_out' | { until: number } | undefined
  /** What was typed before, and comes along. */
  kept?: KeptForm | undefined
}

export function SignInPage({ words, to, practice, email, told, kept }: SignInProps) {
  const { say } = words
  const isWrong = told === 'wrong'
  const along = kept ? <input type="hidden" name="kept" value={packForm(kept)} /> : null
  const inLanguage = (language: string) =>
    `/sign-in?${new URLSearchParams({ ...(to === '/' ? {} : { to }), language })}`
  return (
    <Gate words={words} title={say('sign-in:title')} inLanguage={inLanguage}>
      {told ? <Told words={words} told={told} /> : null}
      {practice ? (
        <form method="post" action="/sign-in" class="practice-roles" aria-labelledby="practice">
          <h2 id="practice">{say('sign-in:practice')}</h2>
          <p class="soft">{say('sign-in:practice_explained')}</p>
          <input type="hidden" name="to" value={to} />
          {along}
          {ROLES.map(role => (
            <button key={role} type="submit" name="role" value={role}>
              {say(`sign-in:role.${role}`)}
            </button>
          ))}
        </form>
      ) : null}
      <form method="post" action="/sign-in" class="stack">
        <input type="hidden" name="to" value={to} />
        {along}
        <label>
          {say('sign-in:email')}
          <input
            type="email"
            name="email"
            value={email}
            autocomplete="username"
            required
            aria-describedby={isWrong ? 'strip' : undefined}
            aria-invalid={isWrong ? 'true' : undefined}
          />
        </label>
        <label>
          {say('sign-in:password')}
          <input
            type="password"
            name="password"
            autocomplete="current-password"
            required
            aria-describedby={isWrong ? 'strip' : undefined}
            aria-invalid={isWrong ? 'true' : undefined}
          />
        </label>
        <button type="submit" class="first">
          {say('sign-in:button')}
        </button>
        <p class="soft">{say('sign-in:forgot')}</p>
      </form>
    </Gate>
  )
}

function Told({ words, told }: { words: Words; told: NonNullable<SignInProps['told']> }) {
  if (typeof told === 'object')
    return <Strip kind="wrong">{words.say('sign-in:wait', { hour: words.hour(told.until) })}</Strip>
  return <Strip kind={told === 'wrong' ? 'wrong' : 'done'}>{words.say(`sign-in:${told}`)}</Strip>
}
