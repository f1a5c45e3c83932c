import type { SavedReply, SavedReplyForm } from '../../../domain/text/savedReply'
import { Field, ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'

const PATH = '/texts/saved-replies'

export interface SavedReplyProps {
  words: Words
  id: string
  rev: number
  form: SavedReplyForm
  wrong: Wrong
  /** Somebody else changed it meanwhile; null: they removed it. */
  newer: SavedReply | null | undefined
  languages: readonly string[]
  direction: (language: string) => 'ltr' | 'rtl'
}

/** One thing that staff say often, in every language that somebody wrote it in. */
export function SavedReplyPage(props: SavedReplyProps) {
  const { words, id, rev, form, wrong, newer, languages, direction } = props
  const { say } = words
  const title = say(rev === 0 && newer === undefined ? 'texts:replies.add' : 'texts:replies.change')
  return (
    <Layout words={words} title={title} path={PATH} sheets={['texts']}>
      <p>
        <a href={PATH}>{say('texts:replies.title')}</a>
      </p>
      <h1>{title}</h1>
      <ToFix wrong={wrong} words={words} />
      {newer === undefined ? null : (
        <Strip kind="wrong">{say(newer ? 'texts:replies.changed' : 'texts:replies.gone')}</Strip>
      )}
      <form method="post" action={PATH} class="form sheet">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="rev" value={rev} />
        <Field
          name="name"
          label={say('texts:replies.name')}
          help={say('texts:replies.name_help')}
          wrong={wrong.name}
        >
          {ids => <input {...ids} value={form.name} maxLength={60} />}
        </Field>
        {languages.map(language => (
          <Field
            key={language}
            name={`text-${language}`}
            label={words.languageName(language)}
            help={
              newer?.texts[language]
                ? say('texts:replies.theirs', { text: newer.texts[language] })
                : undefined
            }
            wrong={wrong[`text-${language}`]}
          >
            {ids => (
              <textarea {...ids} rows={3} lang={language} dir={direction(language)}>
                {form.texts[language] ?? ''}
              </textarea>
            )}
          </Field>
        ))}
        <p>
          <button type="submit" class="first">
            {say('texts:replies.save')}
          </button>
        </p>
      </form>
      {rev > 0 && newer === undefined ? (
        <form method="post" action={`${PATH}/${encodeURIComponent(id)}/remove`}>
          <input type="hidden" name="rev" value={rev} />
          <button type="submit" class="danger">
            {say('texts:replies.remove')}
          </button>
        </form>
      ) : null}
    </Layout>
  )
}
