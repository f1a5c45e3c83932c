import type { Role, Staff } from '../domain/staff'
import { AppError } from '../errors'
import type { AtomicStep } from '../ports/documents'
import { asSeen } from './asSeen'
import { type Auditing, auditEntry } from './audit'

type By = Pick<Staff, '_id' | 'organisation'>

/** A colleague as an admin saw them. */
export interface Seen {
  id: string
  rev: number
}

/**
 * Another role, from the next page on.
 * @throws LAST_ADMIN when nobody would be left to change settings; SETTINGS_CHANGED when another admin was first
 */
export async function changeRole(deps: Auditing, by: By, { id, rev }: Seen, role: Role): Promise<void> {
  const staff = await colleague(deps, by, id)
  if (staff.role === role) return
  const isDone = await change(deps, by, staff, [
    { in: 'staff', update: { _id: id, ...asSeen(rev) }, patch: { set: { role, rev: rev + 1 } } },
    {
      into: 'auditLog',
      insert: auditEntry(deps, {
        what: 'role_changed',
        organisation: by.organisation,
        staff: id,
        by: by._id,
        role,
      }),
    },
  ])
  if (!isDone && (await colleague(deps, by, id)).role !== role) throw changed()
}

/**
 * Whose reports an organiser reads, from the next page on.
 * @param series null: of all events
 * @throws NOT_FOUND for a series of another organisation; SETTINGS_CHANGED when another admin was first
 */
export async function chooseSeries(
  deps: Auditing,
  by: By,
  { id, rev }: Seen,
  series: readonly string[] | null,
): Promise<void> {
  const { documents } = deps
  const { organisation } = by
  const wanted = series && [...new Set(series)].sort()
  const isChosen = async () =>
    JSON.stringify((await colleague(deps, by, id)).series ?? null) === JSON.stringify(wanted)
  if (await isChosen()) return
  const known = await documents.collection('campaigns').list({ organisation, series: { $in: wanted ?? [] } })
  if (wanted?.some(one => !known.some(campaign => campaign.series === one)))
    throw new AppError('NOT_FOUND', 'There is no such series')
  const isKept = await documents.atomically([
    {
      in: 'staff',
      update: { _id: id, ...asSeen(rev), role: 'organiser' },
      patch: wanted
        ? { set: { series: wanted, rev: rev + 1 } }
        : { set: { rev: rev + 1 }, unset: ['series'] },
    },
    {
      into: 'auditLog',
      insert: auditEntry(deps, { what: 'series_chosen', organisation, staff: id, by: by._id }),
    },
  ])
  if (!isKept && !(await isChosen())) throw changed()
}

/**
 * Ends somebody's access at once: sessions, links and password go, the name stays with what they did. A new link brings
 * it back.
 * @throws LAST_ADMIN
 */
export async function stopAccess(deps: Auditing, by: By, id: string): Promise<void> {
  const staff = await colleague(deps, by, id)
  const isDone = await change(deps, by, staff, [
    { in: 'staff', update: { _id: id }, patch: { unset: ['password'], inc: { passwordVersion: 1 } } },
    { from: 'sessions', remove: { staff: id } },
    { from: 'invitations', remove: { staff: id } },
    {
      into: 'auditLog',
      insert: auditEntry(deps, {
        what: 'access_stopped',
        organisation: by.organisation,
        staff: id,
        by: by._id,
      }),
    },
  ])
  if (!isDone) throw changed()
}

const changed = () => new AppError('SETTINGS_CHANGED', 'Somebody else changed this meanwhile')

async function colleague({ documents }: Auditing, by: By, id: string): Promise<Staff> {
  const staff = await documents.collection('staff').get(id)
  if (staff?.organisation !== by.organisation) throw new AppError('NOT_FOUND', 'There is no such colleague')
  return staff
}

/**
 * An admin who goes needs another one who stays, at this very moment: two who end each other at once cannot both.
 * @returns false when somebody else was first; nothing has happened
 */
async function change(deps: Auditing, by: By, staff: Staff, steps: readonly AtomicStep[]): Promise<boolean> {
  const { documents } = deps
  const other =
    staff.role === 'admin'
      ? await documents.collection('staff').first({
          organisation: by.organisation,
          role: 'admin',
          password: { $exists: true },
          _id: { $ne: staff._id },
        })
      : null
  if (staff.role === 'admin' && !other)
    throw new AppError('LAST_ADMIN', 'Nobody would be left to change settings')
  const stays: AtomicStep[] = other
    ? [
        {
          in: 'staff',
          update: { _id: other._id, role: 'admin', password: { $exists: true } },
          patch: { inc: { stays: 1 } },
        },
      ]
    : []
  return documents.atomically([...stays, ...steps])
}
