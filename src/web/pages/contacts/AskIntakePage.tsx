import type { MayAskIntake } from '../../../domain/dialog/intake'
import type { IntakeReading } from '../../../use-cases/askIntake'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'

export interface AskIntakePageProps {
  words: Words
  readings: readonly IntakeReading[]
  /** Of the list they were chosen on. */
  path: string
  search: string
  /** Everybody of that list. */
  all: boolean
}

const NOT: readonly MayAskIntake[] = ['asked', 'no_consent', 'stopped', 'no_address', 'other_audience']

/** Who of those chosen gets the intake, and who does not and why; then the button with the number. */
export function AskIntakePage({ words, readings, path, search, all }: AskIntakePageProps) {
  const { say } = words
  const asked = readings.filter(({ may }) => may === 'yes')
  const count = asked.length
  return (
    <Layout words={words} title={say('contacts:intake.ask')} path="/contacts" sheets={['contacts']}>
      <p>
        <a href={path}>{say('contacts:title')}</a>
      </p>
      <h1>{say('contacts:intake.ask')}</h1>
      <form method="post" action={path} class="form sheet">
        <h2>{say('contacts:intake.get_it', { count })}</h2>
        {count > 0 ? (
          <>
            <Names words={words} readings={asked} />
            <p>{say('contacts:intake.what_they_get', { count: asked[0]!.intake.questions })}</p>
          </>
        ) : null}
        {NOT.map(may => {
          const these = readings.filter(one => one.may === may)
          return these.length === 0 ? null : (
            <div key={may}>
              <h3>{say(`contacts:intake.not.${may}`)}</h3>
              <Names words={words} readings={these} />
            </div>
          )
        })}
        <input type="hidden" name="search" value={search} />
        {all ? (
          <input type="hidden" name="all" value="yes" />
        ) : (
          asked.map(({ contact }) => (
            <input key={contact._id} type="hidden" name="contact" value={contact._id} />
          ))
        )}
        {count > 0 ? (
          <button type="submit" class="first" name="do" value="ask_intake">
            {say('contacts:intake.ask_them', { count })}
          </button>
        ) : null}
      </form>
    </Layout>
  )
}

const Names = ({ words, readings }: Pick<AskIntakePageProps, 'words' | 'readings'>) => (
  <ul class="links">
    {readings.map(({ contact }) => (
      <li key={contact._id}>
        <a href={`/contacts/${encodeURIComponent(contact._id)}`}>
          <bdi>{contact.name || words.say('people.unknown')}</bdi>
        </a>
      </li>
    ))}
  </ul>
)
