import { AUDIENCES } from '../../../../domain/contact'
import type { Change, RowNote } from '../../../../domain/contacts/list'
import type { Words } from '../../../words'

/** What is wrong with a row and what to do, in the reader's words. */
export function noteWords({ code, values = {}, changes = [] }: RowNote, words: Words): string {
  const { say, languageName } = words
  return say(`import:note.${code}`, {
    ...values,
    ...(typeof values.tag === 'string' && { language: languageName(values.tag) }),
    ...(code === 'audience_unknown' && {
      known: AUDIENCES.map(one => say(`import:audience.${one}`)).join(', '),
    }),
    ...(changes.length > 0 && { changes: changes.map(one => changeWords(one, words)).join(', ') }),
  })
}

function changeWords({ what, from, to }: Change, { say, languageName }: Words): string {
  const worded = (value: string): string => {
    if (what === 'language') return languageName(value)
    if (what === 'audience') return say(`import:audience.${value}`)
    if (what === 'evening') return say(value === 'true' ? 'import:yes' : 'import:no')
    if (what === 'consent') return say(value === 'given' ? 'import:yes' : 'import:no')
    return what === 'channel' ? say(`channel.${value}`) : value
  }
  return say(`import:change.${what}`, { to: worded(to), ...(from !== undefined && { from: worded(from) }) })
}
