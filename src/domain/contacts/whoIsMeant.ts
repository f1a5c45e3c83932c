import { fold } from '../dialog/answers/normalise'

const words = (name: string): string[] => fold(name).split(' ').filter(Boolean)

/**
 * Whom somebody means by a name as they wrote it: the whole name, or a part that only one of these people has. Nobody is
 * guessed at: two of the same first name are nobody.
 */
export function whoIsMeant(
  name: string,
  people: readonly { _id: string; name: string }[],
): string | undefined {
  const written = words(name)
  if (written.length === 0) return undefined
  const whole = people.filter(person => words(person.name).join(' ') === written.join(' '))
  const part = people.filter(person => written.every(word => words(person.name).includes(word)))
  const [found, ...others] = whole.length > 0 ? whole : part
  return others.length === 0 ? found?._id : undefined
}
