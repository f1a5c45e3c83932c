import { Gate } from '../../components/Gate'
import { SignOut } from '../../components/SignOut'
import type { Words } from '../../words'

/** What somebody's role does not show: why, and where they can go. */
export function NotForYou({ words, path }: { words: Words; path: string }) {
  const { say } = words
  return (
    <Gate
      words={words}
      title={say('sign-in:not_for_you')}
      inLanguage={language => `${path}?language=${language}`}
    >
      <p role="alert">{say('sign-in:for_coordinators')}</p>
      <p>
        <a class="button" href="/">
          {say('sign-in:to_reports')}
        </a>
      </p>
      <SignOut words={words} />
    </Gate>
  )
}
