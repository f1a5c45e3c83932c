import { PROGRAM } from '../domain/api'
import type { Documents } from '../ports/documents'

/**
 * What those are called who did something: colleagues by their name, other programs by what their token is called.
 * @returns by the id under which it was done; who is not known any more, or is of another organisation, is left out
 */
export async function readNames(
  documents: Documents,
  organisation: string,
  ids: Iterable<string | undefined>,
): Promise<Record<string, string>> {
  const asked = [...new Set(ids)].filter(id => id !== undefined)
  const isProgram = (id: string) => id.startsWith(PROGRAM)
  const programs = asked.filter(isProgram).map(id => id.slice(PROGRAM.length))
  const colleagues = asked.filter(id => !isProgram(id))
  const named = async (collection: 'staff' | 'apiTokens', those: readonly string[]) =>
    those.length === 0 ? [] : documents.collection(collection).list({ organisation, _id: { $in: those } })
  const [staff, tokens] = await Promise.all([named('staff', colleagues), named('apiTokens', programs)])
  return Object.fromEntries([
    ...staff.map(({ _id, name }) => [_id, name]),
    ...tokens.map(({ _id, name }) => [PROGRAM + _id, name]),
  ])
}
