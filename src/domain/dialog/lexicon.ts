import type { LanguageTag } from '../message'
import type { Command } from './definition'

/** The words of one language that we understand: `locales/<language>/words.json`. A language's ears are only data. */
export interface LanguageWords {
  language: LanguageTag
  /** Whole-message words, folded when the lexicon is built. */
  commands: Record<Command | 'yes' | 'no', Word[]>
  /** Words that may mean stop: asked about, never obeyed at once. */
  maybeStop: string[]
  /** "I do not know", and other words that must never be taken for yes or no. */
  unsure: string[]
  /** 0–10 (and more where known) as people type them. */
  numbers: Record<string, string[]>
  /** Ways to say a rating: `{n} op 5`. A 5 stands for the highest mark of the question. */
  ratingForms: string[]
  /** Month names (1–12) with short and inflected forms; weekdays (1 Monday – 7 Sunday); today, tomorrow… as day offsets. */
  months: Record<string, string[]>
  weekdays: Record<string, string[]>
  relativeDays: Record<string, string[]>
  /** Names of languages in this language, by tag. */
  languageNames: Record<LanguageTag, string[]>
  /** "option", "number": may stand before a choice's number. */
  optionWords: string[]
  /** Ordinals 1–10. */
  ordinals: Record<string, string[]>
  /** Words of politeness that may follow yes or no: `graag`, `please`. */
  polite: string[]
  /** Beside a weekday: the one after (`volgende`), the coming one (`komende`), the one before (`vorige`); and words that change nothing (`op`, `le`). */
  dates?: { next: string[]; coming: string[]; last: string[]; beside: string[] }
  /** Beside a number or an option these make it uncertain: `niet`, `more than`, `ou`. */
  doubt?: string[]
  /** May stand before a number or an ordinal: `de tweede`, `een 4`. Never a number by themselves inside a sentence. */
  articles?: string[]
  /** Between several choices: `1 en 3`. */
  and?: string[]
}

export interface Word {
  text: string
  /** `any`: understood whatever the person's language; `own`: only in their own (a single letter, a word that means the opposite elsewhere). */
  scope: 'any' | 'own'
}
