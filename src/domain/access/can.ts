import type { Role } from '../staff'

/** What somebody may do here; each page asks for one of them. */
export const VERBS = [
  'read_reports',
  'review_texts',
  'see_campaigns',
  'change_campaigns',
  'see_contacts',
  'change_contacts',
  'invite_staff',
  'change_settings',
  'read_audit_log',
] as const
export type Verb = (typeof VERBS)[number]

/** An organiser sees no person: reports only, and those show numbers of many (docs/anonymity.md). */
const MAY: Record<Role, readonly Verb[]> = {
  organiser: ['read_reports'],
  coordinator: [
    'read_reports',
    'review_texts',
    'see_campaigns',
    'change_campaigns',
    'see_contacts',
    'change_contacts',
  ],
  admin: VERBS,
}

export const can = (role: Role, verb: Verb): boolean => MAY[role].includes(verb)
