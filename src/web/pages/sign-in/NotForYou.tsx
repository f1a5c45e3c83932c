import { Gate } from '../../components/Gate'
import { SignOut } from '../../components/SignOut'
import type { Words } from '../../words'

/** What somebody's role does not show: why, and where they can go. */
export function NotForYou({ words, path }: { words: Words; path: string }) {
  const { say, reader } = words
  const isOrganiser = reader?.role === 'organiser'
  return (
    <Gate
      words={words}
      title={say('sign-in:not_for_you')}
      inLanguage={language => `${path}?language=${language}`}
    >
      <p role="alert">{say(isOrganiser ? 'sign-in:for_coordinators' : 'sign-in:for_admins')}</p>
      <p>
        <a class="button" href="/">
          {say(isOrganiser ? 'sign-in:to_reports' : 'sign-in:to_home')}
        </a>
      </p>
      <SignOut words={words} />
    </Gate>
  )
}
