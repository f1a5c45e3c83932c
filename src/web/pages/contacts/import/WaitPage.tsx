import type { ListImport } from '../../../../domain/contacts/listImport'
import { Layout } from '../../../components/Layout'
import { Live } from '../../../components/Live'
import type { Words } from '../../../words'

/** A long list is read or taken over; one may leave, it goes on. */
export function WaitPage({ words, listImport }: { words: Words; listImport: ListImport }) {
  const { say } = words
  const { _id, state, progress } = listImport
  const path = `/contacts/import/${encodeURIComponent(_id)}/wait`
  const title = say(state === 'writing' ? 'contacts:list.writing' : 'contacts:list.reading')
  return (
    <Layout words={words} title={title} path={path} sheets={['contacts']} reload={2}>
      <h1>{title}</h1>
      <section class="sheet">
        <Live id="progress" path={path} seconds={2}>
          <p>
            <label for="how-far">
              {progress.of > 0 ? say('contacts:list.so_far', progress) : say('contacts:list.begins')}
            </label>
            {progress.of > 0 ? (
              <progress id="how-far" value={progress.done} max={progress.of} />
            ) : (
              <progress id="how-far" />
            )}
          </p>
        </Live>
        <p>{say('contacts:list.can_leave')}</p>
        <p class="actions">
          <a class="button" href={path}>
            {say('refresh')}
          </a>
          <a href="/contacts">{say('contacts:title')}</a>
        </p>
      </section>
    </Layout>
  )
}
