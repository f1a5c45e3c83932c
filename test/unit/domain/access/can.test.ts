import { can, VERBS } from '../../../../src/domain/access/can'
import { ROLES } from '../../../../src/domain/staff'

const TABLE = {
  //                 coordinator, organiser, admin
  read_reports: [true, true, true],
  review_texts: [true, false, true],
  see_campaigns: [true, false, true],
  change_campaigns: [true, false, true],
  see_contacts: [true, false, true],
  change_contacts: [true, false, true],
  invite_staff: [false, false, true],
  change_settings: [false, false, true],
  read_audit_log: [false, false, true],
}

const cells = Object.entries(TABLE).flatMap(([verb, row]) =>
  row.map((may, place) => [ROLES[place]!, verb as keyof typeof TABLE, may] as const),
)

test.each(cells)('%s, %s: %s', (role, verb, may) => {
  expect(can(role, verb)).toBe(may)
})

test('every verb and every role stands in the table', () => {
  expect(Object.keys(TABLE)).toEqual(VERBS)
  expect(cells).toHaveLength(ROLES.length * VERBS.length)
})
