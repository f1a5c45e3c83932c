import { DateTime } from 'luxon'
import type { Audience } from '../contact'
import { clean, fold, keyOf } from '../dialog/answers/normalise'
import type { Lexicon, YesNo } from '../dialog/buildLexicon'
import type { LanguageTag } from '../message'

/** What spreadsheets put for yes and no beside the words themselves. */
const MARKS = new Map<string, YesNo>([
  ...['x', 'v', '✓', '✔', '☑', '✅', '1', 'y', 'j', 'o', 'true', 'waar', 'vrai'].map(
    mark => [mark, 'yes'] as const,
  ),
  ...['0', 'n', '✗', '✘', '❌', '☐', 'false', 'onwaar', 'faux', 'nee', 'non', 'no'].map(
    mark => [mark, 'no'] as const,
  ),
])

/** Undefined: neither. The words of every language count. */
export function readYesNo(cell: string, lexicon: Lexicon): YesNo | undefined {
  return MARKS.get(clean(cell)) ?? lexicon.answers.get(keyOf(cell))
}

/** A language by its name in any of our languages, by its own name or by its tag: `Arabisch`, `العربية`, `AR`, `fr-BE`. */
export function readLanguageCell(cell: string, lexicon: Lexicon): LanguageTag | undefined {
  const names = lexicon.languageNames
  const tags =
    names.get(keyOf(cell)) ??
    (/^[a-z]{2}[-_][a-z]{2}$/i.test(cell) ? names.get(cell.slice(0, 2).toLowerCase()) : undefined)
  return tags?.size === 1 ? [...tags][0] : undefined
}

/** The one language whose name differs by a letter or two: `Tigrnya`. */
export function nearestLanguage(cell: string, lexicon: Lexicon): LanguageTag | undefined {
  const wanted = keyOf(cell)
  if (wanted.length < 5 || wanted.length > 30) return undefined
  const most = wanted.length < 7 ? 1 : 2
  const near = new Set<LanguageTag>()
  for (const [name, tags] of lexicon.languageNames)
    if (name.length > 3 && Math.abs(name.length - wanted.length) <= most && apart(name, wanted) <= most)
      for (const tag of tags) near.add(tag)
  return near.size === 1 ? [...near][0] : undefined
}

/** How many letters must be put in, left out or changed. */
export function apart(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...a].entries()) {
    const now = [row + 1]
    for (let column = 0; column < b.length; column++)
      now.push(
        Math.min(before[column + 1]! + 1, now[column]! + 1, before[column]! + (letter === b[column] ? 0 : 1)),
      )
    before = now
  }
  return before.at(-1)!
}

const AUDIENCE_WORDS: Record<Audience, readonly string[]> = {
  participant: [
    'participant',
    'participante',
    'participants',
    'deelnemer',
    'deelneemster',
    'deelnemers',
    'anderstalige',
  ],
  working_peer: ['working peer', 'working_peer', 'werkende peer', 'rolmodel', 'role model', 'modele', 'pair'],
  mentor: ['mentor', 'mentrice', 'mentoren', 'mentors', 'parrain', 'marraine'],
  mentee: ['mentee', 'mentees', 'filleul', 'filleule'],
  volunteer: [
    'volunteer',
    'volunteers',
    'vrijwilliger',
    'vrijwilligster',
    'vrijwilligers',
    'benevole',
    'volontaire',
  ],
  partner: ['partner', 'partners', 'partenaire', 'werkgever', 'employer', 'employeur'],
  consultant: ['consultant', 'consultants', 'consulent', 'uitzendconsulent', 'consultante', 'interimaire'],
  referrer: ['referrer', 'verwijzer', 'doorverwijzer', 'toeleider', 'referent', 'referente'],
  team: ['team', 'teamlid', 'medewerker', 'collega', 'equipe', 'collegue', 'staff', 'team member'],
}
const AUDIENCE_OF = new Map(
  Object.entries(AUDIENCE_WORDS).flatMap(([audience, words]) =>
    words.map(word => [keyOf(word), audience as Audience] as const),
  ),
)

export const readAudience = (cell: string): Audience | undefined => AUDIENCE_OF.get(keyOf(cell))

const DAY_FIRST = ['d/M/yyyy', 'd/M/yy']

/** The day as Belgium writes it (12/3/2026, 12-03-26, 12.3.2026) or as ISO. Midnight in `zone`; undefined: no day. */
export function readDay(cell: string, zone: string): number | undefined {
  const text = clean(cell)
    .replace(/[t ]\d{1,2}:\d{2}.*$/, '')
    .replace(/[.\- ]/g, '/')
  const formats = /^\d{4}/.test(text) ? ['yyyy/M/d'] : DAY_FIRST
  const day = formats
    .map(format => DateTime.fromFormat(text, format, { zone }))
    .find(({ isValid }) => isValid)
  return day?.toMillis()
}

/** `-`, `n.v.t.`, `?`: somebody filled in that there is nothing. */
const NOTHING = new Set(['nvt', 'na', 'geen', 'aucun', 'none', 'onbekend', 'inconnu', 'unknown'])

export const isEmptyCell = (cell: string): boolean =>
  !/[\p{L}\p{N}\p{So}]/u.test(cell) || NOTHING.has(fold(cell).replaceAll(' ', ''))
