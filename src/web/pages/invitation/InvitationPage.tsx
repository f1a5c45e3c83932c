import { SIGN_IN } from '../../../domain/staff'
import { Gate } from '../../components/Gate'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'

export interface InvitationProps {
  words: Words
  path: string
  /** Absent: the link is over. */
  invited?: { name: string; email: string } | undefined
  wrong?: 'too_short' | 'too_long' | undefined
}

/** Somebody chooses the password with which they will sign in. */
export function InvitationPage({ words, path, invited, wrong }: InvitationProps) {
  const { say } = words
  const inLanguage = (language: string) => `${path}?language=${language}`
  if (!invited)
    return (
      <Gate words={words} title={say('sign-in:link_over_title')} inLanguage={inLanguage}>
        <p role="alert">{say('sign-in:link_over')}</p>
        <p>
          <a class="button" href="/sign-in">
            {say('sign-in:title')}
          </a>
        </p>
      </Gate>
    )
  const count = SIGN_IN[wrong === 'too_long' ? 'LONGEST_PASSWORD' : 'SHORTEST_PASSWORD']
  return (
    <Gate words={words} title={say('sign-in:choose_title')} inLanguage={inLanguage}>
      <p>
        {say('sign-in:welcome')} <bdi>{invited.name}</bdi>
      </p>
      {wrong ? <Strip kind="wrong">{say(`sign-in:${wrong}`, { count })}</Strip> : null}
      <form method="post" action={path} class="stack">
        <label>
          {say('sign-in:email')}
          <input type="email" name="email" value={invited.email} autocomplete="username" readOnly />
        </label>
        <label>
          {say('sign-in:new_password')}
          <input
            type="password"
            name="password"
            autocomplete="new-password"
            required
            minLength={SIGN_IN.SHORTEST_PASSWORD}
            aria-describedby={wrong ? 'strip rule' : 'rule'}
            aria-invalid={wrong ? 'true' : undefined}
          />
        </label>
        <p class="soft" id="rule">
          {say('sign-in:rule', { count: SIGN_IN.SHORTEST_PASSWORD })}
        </p>
        <button type="submit" class="first">
          {say('sign-in:choose')}
        </button>
      </form>
    </Gate>
  )
}
