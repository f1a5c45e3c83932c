import { Gate } from '../../components/Gate'
import type { Words } from '../../words'
import type { KeptForm } from './keptForm'

/** Signed in again: what was typed before is still there, and goes on only when somebody says so. */
export function GoOnPage({ words, kept, to }: { words: Words; kept: KeptForm; to: string }) {
  const { say } = words
  return (
    <Gate words={words} title={say('sign-in:go_on_title')} inLanguage={language => `/?language=${language}`}>
      <p>{say('sign-in:go_on_explained')}</p>
      <form method="post" action={kept.path} class="stack">
        {kept.fields.map(([name, value], index) => (
          <input key={`${index}${name}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="first">
          {say('sign-in:go_on')}
        </button>
      </form>
      <p>
        <a href={to}>{say('sign-in:let_go')}</a>
      </p>
    </Gate>
  )
}
