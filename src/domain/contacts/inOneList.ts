import { groupBy } from '../groupBy'
import { nameKey, sameName } from './byName'
import type { ListedPerson, RowNote } from './list'

export const numbersOf = ({ addresses }: ListedPerson) => new Set(addresses.map(({ address }) => address))

/** How many rows each name has. */
export const rowsByName = (people: readonly ListedPerson[]): Map<string, number> =>
  new Map([...groupBy(people, ({ name }) => nameKey(name))].map(([name, { length }]) => [name, length]))

/** The rows that a list itself says something of: they share a number, or a name and nothing else, with another row. */
export const sharing = (people: readonly ListedPerson[]): Map<ListedPerson, RowNote> =>
  new Map([...sharingNumber(people), ...sharingName(people)])

/** The same person once more, or two people with one phone. */
function sharingNumber(people: readonly ListedPerson[]): Map<ListedPerson, RowNote> {
  const withNumber = new Map<string, ListedPerson[]>()
  for (const person of people)
    for (const number of numbersOf(person))
      withNumber.set(number, [...(withNumber.get(number) ?? []), person])
  const notes = new Map<ListedPerson, RowNote>()
  for (const group of withNumber.values()) {
    const [first] = group
    if (first === undefined || group.length === 1) continue
    const oneName = group.every(({ name }) => sameName(name, first.name))
    for (const person of group) {
      const others = group.filter(other => other !== person).map(({ row }) => row)
      const note = { row: person.row, name: person.name, field: 'phone' as const }
      if (!oneName) notes.set(person, { ...note, code: 'shared_number', values: { rows: others.join(', ') } })
      else if (person !== first && !notes.has(person))
        notes.set(person, { ...note, code: 'duplicate', values: { rows: String(first.row) } })
    }
  }
  return notes
}

/** Without a number nothing tells two of one name apart: the first stands for them, or who has a number. */
function sharingName(people: readonly ListedPerson[]): Map<ListedPerson, RowNote> {
  const notes = new Map<ListedPerson, RowNote>()
  for (const group of groupBy(people, ({ name }) => nameKey(name)).values()) {
    const stands = group.find(({ addresses }) => addresses.length > 0) ?? group[0]!
    for (const person of group)
      if (person !== stands && person.addresses.length === 0)
        notes.set(person, {
          row: person.row,
          name: person.name,
          field: 'name',
          code: 'same_name',
          values: { rows: String(stands.row) },
        })
  }
  return notes
}
