import type { Contact } from '../contact'
import { fold } from '../dialog/answers/normalise'
import { apart } from './cellWords'

const MOST = 5
const SHORTEST = 4
const ALIKE_AT_FIRST = 3

/** Who is called nearly so: a part of the name that differs by a letter or two, or begins alike. */
export function nearNames(search: string, contacts: readonly Contact[]): Contact[] {
  const wanted = fold(search)
  if (wanted.length < SHORTEST || !/\p{L}/u.test(wanted)) return []
  const most = wanted.length < 5 ? 1 : 2
  const isNear = (word: string) =>
    word.length >= SHORTEST &&
    (word.slice(0, ALIKE_AT_FIRST) === wanted.slice(0, ALIKE_AT_FIRST) ||
      (Math.abs(word.length - wanted.length) <= most && apart(word, wanted) <= most))
  const near: Contact[] = []
  for (const contact of contacts) {
    if (near.length === MOST) break
    if (fold(contact.name).split(' ').some(isNear)) near.push(contact)
  }
  return near
}
