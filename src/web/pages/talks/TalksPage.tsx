import type { Contact } from '../../../domain/contact'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'

export const talkPath = (contact: string): string => `/talks/${encodeURIComponent(contact)}`

/** Whom one supervises. */
export function TalksPage({ words, people }: { words: Words; people: readonly Contact[] }) {
  const { say } = words
  return (
    <Layout words={words} title={say('talks:title')} path="/talks">
      <h1>{say('talks:title')}</h1>
      <p>{say('talks:lead')}</p>
      {people.length === 0 ? (
        <Empty>{say('talks:nobody')}</Empty>
      ) : (
        <ul class="sheet big-rows">
          {people.map(({ _id, name }) => (
            <li key={_id}>
              <a href={talkPath(_id)}>
                <Icon name="person" /> <bdi>{name || say('people.unknown')}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}
