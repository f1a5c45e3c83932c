import { AUDIENCES } from '../../../domain/contact'
import { STANDINGS } from '../../../domain/report/personOf'
import type { ContactChoices } from '../../../use-cases/listContacts'
import type { Words } from '../../words'
import { type ContactQuery, pathFor } from './contactQuery'

/** Some questions, each folded; within each the answers that occur, as links. */
export function Filters(props: {
  words: Words
  query: ContactQuery
  choices: ContactChoices
  /** The page whose list is narrowed. */
  base?: string
}) {
  const { words, choices } = props
  const { say } = words
  const languages = [...choices.languages].toSorted((a, b) => b[1] - a[1])
  const tags = [...choices.tags].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return (
    <div class="filters">
      <Choose {...props} name="language" values={languages} label={tag => words.languageName(tag)} />
      <Choose
        {...props}
        name="audience"
        values={AUDIENCES.flatMap(one => pair(one, choices.audiences.get(one)))}
        label={one => say(`contacts:audience.${one}`)}
      />
      <Choose {...props} name="tag" values={tags} label={tag => tag} />
      <Choose
        {...props}
        name="consent"
        values={STANDINGS.flatMap(one => pair(one, choices.standings.get(one)))}
        label={one => say(`contacts:standing.${one}`)}
      />
      <Choose
        {...props}
        name="list"
        values={[...choices.lists]}
        label={() => say('contacts:filter.last_list')}
      />
    </div>
  )
}

const pair = (value: string, count = 0): [string, number][] => (count > 0 ? [[value, count]] : [])

function Choose({
  words,
  query,
  name,
  values,
  label,
  base,
}: {
  words: Words
  base?: string
  query: ContactQuery
  name: keyof ContactQuery
  values: readonly (readonly [string, number])[]
  label: (value: string) => string
}) {
  const chosen = query[name]
  if (values.length === 0 && chosen === undefined) return null
  const { [name]: _, ...others } = query
  const what = words.say(`contacts:filter.${name}`)
  return (
    <details class={chosen === undefined ? undefined : 'chosen'}>
      <summary>
        {what}: <bdi>{chosen === undefined ? words.say('contacts:filter.all') : label(chosen)}</bdi>
      </summary>
      <ul class="chips">
        {chosen === undefined ? null : (
          <li>
            <a class="chip" href={pathFor(others, undefined, base)}>
              {words.say('contacts:filter.all')}
            </a>
          </li>
        )}
        {values.map(([value, count]) => (
          <li key={value}>
            <a
              class="chip"
              href={pathFor({ ...query, [name]: value }, undefined, base)}
              aria-current={value === chosen ? 'true' : undefined}
            >
              <span>
                <bdi>{label(value)}</bdi> {count}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
