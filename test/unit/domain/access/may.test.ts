import path from 'node:path'
import { loadContent } from '../../../../src/content/loadContent'
import {
  FIELDS,
  type Field,
  isPrivate,
  may,
  NAMED,
  RELATIONS,
  subjectOf,
} from '../../../../src/domain/access/may'
import { ROLES, type Role } from '../../../../src/domain/staff'

/** c coordinator, o organiser, a admin; s: only as the supervisor, whatever else they are. */
const TABLE: Record<string, Record<Field, string>> = {
  //       that it was answered, counts from k on, every count, the answers
  'E-03': { state: 'ca', groups: '', counts: '', answers: 's' },
  'E-04': { state: 'ca', groups: 'coa', counts: 'coa', answers: 'ca' },
  'E-05': { state: 'ca', groups: 'coa', counts: 'coa', answers: 'coa' },
  'E-06': { state: 'ca', groups: '', counts: '', answers: 's' },
  'E-08': { state: 'ca', groups: '', counts: '', answers: 's' },
  'E-09': { state: 'ca', groups: 'coa', counts: 'ca', answers: 's' },
  'E-10': { state: 'ca', groups: '', counts: '', answers: 's' },
  'E-11b': { state: 'ca', groups: '', counts: '', answers: 's' },
  'E-33': { state: 'ca', groups: 'coa', counts: 'ca', answers: 'ca' },
  'F-01': { state: 'ca', groups: '', counts: '', answers: 's' },
}
const LETTER: Record<Role, string> = { coordinator: 'c', organiser: 'o', admin: 'a' }

const cells = Object.entries(TABLE).flatMap(([instrument, fields]) =>
  FIELDS.flatMap(field =>
    ROLES.flatMap(role =>
      RELATIONS.map(relation => {
        const who = fields[field]
        const isAllowed = who === 's' ? relation === 'supervisor' : who.includes(LETTER[role])
        return [role, relation, field, instrument, isAllowed] as const
      }),
    ),
  ),
)

test.each(cells)('%s, supervisor: %s, %s of %s: %s', (role, relation, field, instrument, isAllowed) => {
  expect(may(role, instrument, field, relation)).toBe(isAllowed)
})

test('every instrument with names stands in the table, and what does not is read by nobody', () => {
  const { content } = loadContent(path.join(__dirname, '../../../..'))
  const named = content.dialogs.flatMap(({ privacy, instrument }) =>
    privacy === 'named' && instrument ? [instrument] : [],
  )
  expect([...new Set(named)].sort()).toEqual([...NAMED].sort())
  for (const instrument of ['E-01', 'E-02', 'E-11', 'toString', ''])
    for (const field of FIELDS) expect(may('admin', instrument, field, 'supervisor')).toBe(false)
})

test('what somebody else wrote is about the person whom it names, and not about who wrote it', () => {
  const reply = { contact: 'volunteer', about: 'amina' }
  expect(subjectOf(reply, 'E-06')).toBe('amina')
  expect(subjectOf({ contact: 'volunteer' }, 'E-06')).toBeUndefined()
  expect(subjectOf({ contact: 'amina' }, 'E-03')).toBe('amina')
})

test('at the desk people read what is practical, and what is about organisations', () => {
  const { content } = loadContent(path.join(__dirname, '../../../..'))
  const open = content.dialogs.filter(dialog => !isPrivate(dialog)).map(({ id }) => id)
  expect(open.sort()).toEqual([
    'event-figures',
    'partner-announcement',
    'partner-evaluation',
    'preparation',
    'reminder',
    'rsvp',
    'save-the-date',
    'team-evaluation',
    'volunteer-feedback',
    'welcome-and-consent',
  ])
})
