import type { SavedReply } from '../../../domain/text/savedReply'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { TextTabs } from './TextTabs'

const PATH = '/texts/saved-replies'

export function SavedRepliesPage({
  words,
  replies,
  done,
  removed,
}: {
  words: Words
  replies: readonly SavedReply[]
  done?: 'saved' | undefined
  /** Just gone: the strip gives it back. */
  removed?: SavedReply
}) {
  const { say } = words
  return (
    <Layout words={words} title={say('texts:replies.title')} path={PATH} sheets={['texts']}>
      <div class="title">
        <h1>{say('texts:replies.title')}</h1>
        <p class="actions">
          <a class="button" href={`${PATH}/new`}>
            {say('texts:replies.add')}
          </a>
        </p>
      </div>
      <TextTabs path={PATH} words={words} />
      {done ? <Strip kind="done">{say('texts:replies.saved')}</Strip> : null}
      {removed ? (
        <Strip kind="done" undo={{ action: PATH, fields: againFields(removed), label: say('form.undo') }}>
          {say('texts:replies.removed', { name: removed.name })}
        </Strip>
      ) : null}
      <div class="sheet">
        {replies.length === 0 ? <Empty>{say('texts:replies.none')}</Empty> : null}
        <ul class="languages-list">
          {replies.map(({ _id, name, texts }) => (
            <li key={_id} class="text-row">
              <a href={`${PATH}/${encodeURIComponent(_id)}`}>{name}</a>
              <span class="soft">{words.list(Object.keys(texts).map(words.languageName))}</span>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  )
}

/** The form that writes it again, as it was. */
const againFields = ({ _id, name, texts }: SavedReply): Record<string, string> => ({
  id: _id,
  rev: '0',
  name,
  ...Object.fromEntries(Object.entries(texts).map(([tag, text]) => [`text-${tag}`, text])),
})
