import type { Wording } from './loadLocales'

const PLURAL = /_(zero|one|two|few|many|other)$/

/** `days_one` → `one`. */
export const formOf = (key: string): string | undefined => PLURAL.exec(key)?.[1]

/** `days_one`, `days_other` → `days`, when one of them counts; `acknowledge_other` stays what it is. */
export const canonical = (wording: Wording, key: string): string => namesOf(wording).byKey.get(key) ?? key

/** Every text of that name: all its plural forms, or itself. */
export const formsOf = (wording: Wording, name: string): readonly Text[] =>
  namesOf(wording).byName.get(name) ?? []

type Text = [key: string, text: string]
interface Names {
  byKey: ReadonlyMap<string, string>
  byName: ReadonlyMap<string, Text[]>
}

/** Thousands of texts ask for their name, so each wording is looked through once. */
const known = new WeakMap<Wording, Names>()

function namesOf(wording: Wording): Names {
  const found = known.get(wording)
  if (found) return found
  const texts = [...wording.texts]
  const baseOf = (key: string) => key.replace(PLURAL, '')
  const counting = new Set(texts.filter(([, text]) => /\{\{count/.test(text)).map(([key]) => baseOf(key)))
  const byKey = new Map(texts.map(([key]) => [key, counting.has(baseOf(key)) ? baseOf(key) : key]))
  const byName = new Map<string, Text[]>()
  for (const text of texts) {
    const name = byKey.get(text[0]) ?? text[0]
    byName.set(name, [...(byName.get(name) ?? []), text])
  }
  const names = { byKey, byName }
  known.set(wording, names)
  return names
}
