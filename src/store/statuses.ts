import type { StatusRecord } from '../domain/documents'
import type { Documents } from '../ports/documents'

export type Statuses = ReturnType<typeof createStatuses>

/** Every status as it was reported, kept once; `applied` is set last, so a crash in between means doing all of it again. */
export function createStatuses(documents: Documents) {
  const statuses = documents.collection('statuses')

  return {
    /** False: it is here already. */
    keep: (record: StatusRecord) => statuses.insert(record),
    get: (id: string) => statuses.get(id),
    unapplied: () => statuses.each({ applied: false }, { sort: [['at', 1]] }),
    unappliedOf: (row: string, options?: { fresh?: boolean }) =>
      statuses.list({ row, applied: false }, { sort: [['at', 1]], ...options }),
    applied: (id: string) => statuses.update({ _id: id }, { set: { applied: true } }),
  }
}
