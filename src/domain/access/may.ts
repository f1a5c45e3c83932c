import type { NamedReply } from '../conversation'
import type { Dialog } from '../dialog/definition'
import { ROLES, type Role } from '../staff'

/** Of an instrument with names: that it was answered; counts of at least k people; every count; the answers themselves. */
export const FIELDS = ['state', 'groups', 'counts', 'answers'] as const
export type Field = (typeof FIELDS)[number]

/** Looked up at the moment of reading: a change of supervisor moves what may be read. */
export const RELATIONS = ['supervisor', 'none'] as const
export type Relation = (typeof RELATIONS)[number]

const NOBODY: readonly Role[] = []
const DESK: readonly Role[] = ['coordinator', 'admin']
/** For the talk of two people: whoever is not one of them knows at most that there is something to talk about. */
const FOR_A_TALK = { state: DESK, groups: NOBODY, counts: NOBODY, answers: 'supervisor' } as const

/** Who reads what of each instrument that carries names (docs/anonymity.md). What is not here is read by nobody. */
const MAY: Readonly<Record<string, Record<Field, readonly Role[] | 'supervisor'>>> = {
  'E-03': FOR_A_TALK,
  'E-06': FOR_A_TALK,
  'E-08': FOR_A_TALK,
  'E-09': { ...FOR_A_TALK, groups: ROLES, counts: DESK },
  'E-10': FOR_A_TALK,
  'E-11b': FOR_A_TALK,
  'E-04': { state: DESK, groups: ROLES, counts: ROLES, answers: DESK },
  'E-05': { state: DESK, groups: ROLES, counts: ROLES, answers: ROLES },
  'E-33': { state: DESK, groups: ROLES, counts: DESK, answers: DESK },
  /** What reports say of it is a profile, with rules of its own. */
  'F-01': FOR_A_TALK,
}
export const NAMED = Object.keys(MAY)

export function may(reader: Role, instrument: string, field: Field, relation: Relation): boolean {
  const who = Object.hasOwn(MAY, instrument) ? MAY[instrument]![field] : NOBODY
  return who === 'supervisor' ? relation === 'supervisor' : who.includes(reader)
}

/** What somebody else wrote about a person is that person's; without a name that we know it is nobody's. */
const ABOUT_ANOTHER = ['E-06', 'E-08', 'E-09']

/** Whose talk this reply is for: a contact. */
export const subjectOf = (
  { contact, about }: Pick<NamedReply, 'contact' | 'about'>,
  instrument: string,
): string | undefined => (ABOUT_ANOTHER.includes(instrument) ? about : contact)

/** Answers to this dialog are for nobody at the desk: not in the inbox, nor in anybody's history. */
export function isPrivate(dialog: Pick<Dialog, 'privacy' | 'purpose' | 'instrument'> | null): boolean {
  if (!dialog) return false
  const { privacy, purpose, instrument } = dialog
  if (privacy === 'anonymous' || purpose !== 'C1') return true
  return instrument !== undefined && !may('coordinator', instrument, 'answers', 'none')
}
