import type { Contact } from '../contact'

/** Rises with each change that somebody who edits must hear of: by staff, by a list, or by the person in a talk. */
export const versionOf = ({ rev = 0, turn }: Pick<Contact, 'rev' | 'turn'>): string => `${rev}.${turn}`
