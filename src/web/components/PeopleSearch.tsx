import type { Words } from '../words'
import { Icon } from './Icon'

/** Looks for people by name or number. Both are nobody's business in an address, so they are posted. */
export function PeopleSearch({
  words: { say },
  action,
  search,
  fields = {},
}: {
  words: Words
  action: string
  search: string
  fields?: Readonly<Record<string, string>>
}) {
  return (
    <search>
      <form method="post" action={action} class="search">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span>{say('contacts:search')}</span>
          <input type="search" name="search" value={search} maxLength={80} />
        </label>
        <button type="submit">
          <Icon name="search" /> {say('contacts:search_do')}
        </button>
      </form>
    </search>
  )
}
