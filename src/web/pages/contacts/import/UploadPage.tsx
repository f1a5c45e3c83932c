import { Field, ToFix, type Wrong } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { Layout } from '../../../components/Layout'
import type { Words } from '../../../words'

/** The one question before the three steps: which file. */
export function UploadPage({
  words,
  id,
  campaign,
  wrong,
}: {
  words: Words
  id: string
  /** For which somebody is choosing people. */
  campaign?: string | undefined
  wrong: Wrong
}) {
  const { say } = words
  const title = say('contacts:import')
  return (
    <Layout words={words} title={title} path="/contacts/import" sheets={['contacts']}>
      <p>
        <a href="/contacts">{say('contacts:title')}</a>
      </p>
      <h1>{title}</h1>
      <ToFix wrong={wrong} words={words} />
      <form method="post" action="/contacts/import" encType="multipart/form-data" class="form sheet">
        <input type="hidden" name="id" value={id} />
        {campaign ? <input type="hidden" name="campaign" value={campaign} /> : null}
        <p>{say('contacts:list.intro')}</p>
        <Field
          name="file"
          label={say('contacts:list.file')}
          help={say('contacts:list.file_help')}
          wrong={wrong.file}
        >
          {ids => <input {...ids} type="file" accept=".xlsx,.csv,.txt" required />}
        </Field>
        <p class="actions">
          <button type="submit" class="first">
            <Icon name="upload" /> {say('contacts:list.upload')}
          </button>
          <a href="/contacts">{say('contacts:back')}</a>
        </p>
        <p class="soft">{say('contacts:list.kept')}</p>
      </form>
    </Layout>
  )
}
