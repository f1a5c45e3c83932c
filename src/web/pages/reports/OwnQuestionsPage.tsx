import { OWN_KINDS, type OwnKind } from '../../../domain/dialog/ownQuestion'
import type { OwnQuestions } from '../../../use-cases/readOwnQuestions'
import { Field, FieldSet, ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { reportPath } from './reading'

/** As the form has it: a text per language, and the answers of a list one on each line. */
export interface OwnForm {
  kind: OwnKind
  ask: Readonly<Record<string, string>>
  options: Readonly<Record<string, string>>
}

export interface OwnQuestionsPageProps {
  words: Words
  campaign: string
  own: OwnQuestions
  /** Dutch first; it is always asked. */
  languages: readonly string[]
  form: OwnForm
  wrong: Wrong
  told?: 'added' | 'removed' | undefined
  directionOf: (language: string) => 'ltr' | 'rtl'
}

/** What an organiser asks beside the house's own questions, at one event. */
export function OwnQuestionsPage(props: OwnQuestionsPageProps) {
  const { words, campaign, own, told } = props
  const { say } = words
  const path = `${reportPath(campaign)}/questions`
  return (
    <Layout words={words} title={say('reports:own.title')} path={path} sheets={['reports']}>
      <p>
        <a href={reportPath(campaign)}>{say('reports:conclusions.back')}</a>
      </p>
      <h1>{say('reports:own.title')}</h1>
      {told ? <Strip kind="done">{say(`reports:own.${told}`)}</Strip> : null}
      <p class="sentence">{say('reports:own.intro', { most: own.most })}</p>
      <section class="sheet" aria-label={say('reports:own.title')}>
        {own.questions.length === 0 ? <p class="soft">{say('reports:own.none')}</p> : null}
        <ol class="rows">
          {own.questions.map(({ id, kind, ask, options }) => (
            <li key={id}>
              <p>
                <strong>
                  <bdi>{ask[words.language] ?? ask.nl}</bdi>
                </strong>
              </p>
              <p class="soft">
                {kind === 'choice'
                  ? options.map(option => option[words.language] ?? option.nl).join(' · ')
                  : say(`reports:own.kinds.${kind}`)}
              </p>
              {own.fixed ? null : (
                <form method="post" action={`${path}/remove`}>
                  <input type="hidden" name="question" value={id} />
                  <button type="submit" class="quiet">
                    {say('reports:own.remove')} <span class="hidden">{ask.nl}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ol>
        {own.fixed ? <p class="notice">{say('reports:own.fixed')}</p> : null}
        {!own.fixed && own.questions.length >= own.most ? (
          <p class="notice">{say('reports:own.full')}</p>
        ) : null}
      </section>
      {own.fixed || own.questions.length >= own.most ? null : <Add {...props} path={path} />}
    </Layout>
  )
}

function Add({ words, form, wrong, languages, path, directionOf }: OwnQuestionsPageProps & { path: string }) {
  const { say } = words
  const [first = 'nl', ...others] = languages
  const isWrongElsewhere = others.some(language => wrong[`ask_${language}`] ?? wrong[`options_${language}`])
  const fields = (language: string, label: string, options: string) => (
    <div key={language} class="stack">
      <Field name={`ask_${language}`} label={label} wrong={wrong[`ask_${language}`]}>
        {ids => (
          <input {...ids} value={form.ask[language] ?? ''} lang={language} dir={directionOf(language)} />
        )}
      </Field>
      <Field
        name={`options_${language}`}
        label={options}
        help={language === first ? say('reports:own.options_help') : undefined}
        wrong={wrong[`options_${language}`]}
      >
        {ids => (
          <textarea {...ids} rows={3} lang={language} dir={directionOf(language)}>
            {form.options[language] ?? ''}
          </textarea>
        )}
      </Field>
    </div>
  )
  return (
    <form method="post" action={path} class="sheet stack">
      <ToFix wrong={wrong} words={words} />
      <FieldSet name="kind" label={say('reports:own.kind')}>
        {OWN_KINDS.map(kind => (
          <label key={kind} class="word">
            <input type="radio" name="kind" value={kind} checked={kind === form.kind} />{' '}
            {say(`reports:own.kinds.${kind}`)}
          </label>
        ))}
      </FieldSet>
      {fields(first, say('reports:own.ask'), say('reports:own.options'))}
      <details open={isWrongElsewhere}>
        <summary>{say('reports:own.other_languages')}</summary>
        <p class="soft">{say('reports:own.other_help')}</p>
        {others.map(language => {
          const name = { language: words.languageName(language) }
          return fields(language, say('reports:own.ask_in', name), say('reports:own.options_in', name))
        })}
      </details>
      <p class="actions">
        <button type="submit" class="first">
          {say('reports:own.add')}
        </button>
      </p>
    </form>
  )
}
