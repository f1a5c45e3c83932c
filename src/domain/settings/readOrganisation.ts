import { readPhone } from '../dialog/answers/phone'
import type { FieldProblem } from '../fieldProblem'
import type { Organisation } from '../organisation'
import { isZone } from '../timeline/wallClock'

export interface OrganisationForm {
  name: string
  project: string
  contactName: string
  contactPhone: string
  zone: string
}

export type ReadOrganisation =
  | { ok: true; value: Pick<Organisation, 'name' | 'project' | 'contactPerson' | 'zone'> }
  | { ok: false; problems: FieldProblem[] }

/** Longer names give an SMS another part. */
const LONGEST = 80

/** Who writes, about what, and who can be called: it stands in every first message. */
export function readOrganisation(form: OrganisationForm): ReadOrganisation {
  const problems: FieldProblem[] = []
  const text = (field: 'name' | 'project' | 'contactName') => {
    const value = form[field].trim()
    if (value === '') problems.push({ field, problem: `${field}_missing` })
    if ([...value].length > LONGEST) problems.push({ field, problem: 'too_long', values: { count: LONGEST } })
    return value
  }
  const name = text('name')
  const project = text('project')
  const contactName = text('contactName')
  const phone = readPhone(form.contactPhone, 'BE')
  if (phone === null) problems.push({ field: 'contactPhone', problem: 'phone' })
  if (!isZone(form.zone)) problems.push({ field: 'zone', problem: 'zone' })
  if (problems.length > 0 || phone === null) return { ok: false, problems }
  return { ok: true, value: { name, project, contactPerson: { name: contactName, phone }, zone: form.zone } }
}
