import { Empty } from '../../components/Empty'
import { Gate } from '../../components/Gate'
import { SignOut } from '../../components/SignOut'
import type { Words } from '../../words'

/** Home of who reads reports alone, as long as there is none. */
export function ReportsToCome({ words }: { words: Words }) {
  return (
    <Gate
      words={words}
      title={words.say('sign-in:reports')}
      inLanguage={language => `/?language=${language}`}
    >
      <Empty>{words.say('sign-in:no_reports')}</Empty>
      <SignOut words={words} />
    </Gate>
  )
}
