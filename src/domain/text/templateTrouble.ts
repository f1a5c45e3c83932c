import type { ContentRecord } from '../documents'
import type { LanguageTag } from '../message'

/** WhatsApp stopped or refused something that people are waiting for. */
export interface TemplateTrouble {
  approval: 'rejected' | 'paused' | 'disabled'
  language: LanguageTag
  /** Name of the template without its version. */
  name: string
  since?: number
}

const TROUBLE: readonly string[] = ['rejected', 'paused', 'disabled'] satisfies TemplateTrouble['approval'][]

/** What somebody should look at, newest first: the words are `texts:trouble.<approval>`, with `name` and `language`. */
export const templateTrouble = (records: readonly ContentRecord[]): TemplateTrouble[] =>
  records
    .filter(({ approval }) => TROUBLE.includes(approval))
    .sort((a, b) => (b.since ?? b.checkedAt) - (a.since ?? a.checkedAt))
    .map(({ approval, language, name, since }) => ({
      approval: approval as TemplateTrouble['approval'],
      language: language.replace('_', '-'),
      name: name.replace(/_v[0-9a-f]{8}$/, '').replaceAll('_', ' '),
      ...(since === undefined ? {} : { since }),
    }))
