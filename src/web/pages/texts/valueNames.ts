import { placesIn } from '../../../domain/text/places'
import type { Texts } from '../../../ports/texts'
import { STAFF_LANGUAGES, type Words } from '../../words'

/** A value as staff see and type it: `{naam}`, whatever the text's own language. */
export const valueName = (name: string, words: Words): string => {
  const key = `texts:value.${name}`
  const said = words.say(key)
  return said === key ? name : said
}

/** `{{name}}` → `{naam}` */
export const asTyped = (text: string, words: Words): string =>
  [...new Set(placesIn(text))].reduce(
    (typed, name) => typed.replaceAll(`{{${name}}}`, `{${valueName(name, words)}}`),
    text,
  )

/** `{naam}`, `{nom}` or `{{name}}` → `{{name}}`; what nobody knows stays, so that it can be told. */
export function asKept(typed: string, texts: Pick<Texts, 'say'>, values: Iterable<string>): string {
  const names = new Map<string, string>()
  for (const name of values)
    for (const language of STAFF_LANGUAGES)
      names.set(texts.say(`texts:value.${name}`, language).toLowerCase(), name)
  return typed.replaceAll(/\{+\s*([^{}\n]+?)\s*\}+/g, (_, label: string) => {
    const name = names.get(label.toLowerCase()) ?? label
    return `{{${name}}}`
  })
}
