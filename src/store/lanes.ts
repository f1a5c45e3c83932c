import type { Documents } from '../ports/documents'

export type Lanes = ReturnType<typeof createLanes>

/** One worker at a time for one contact. It saves double work; safety never depends on it (protocol, third sentence). */
export function createLanes(documents: Documents) {
  const lanes = documents.collection('lanes')

  return {
    async enter(contact: string, owner: string, now: number, leaseMs: number): Promise<boolean> {
      const lease = { owner, until: now + leaseMs }
      if (await lanes.insert({ _id: contact, ...lease })) return true
      return (await lanes.update({ _id: contact, until: { $lt: now } }, { set: lease })) !== null
    },
    async leave(contact: string, owner: string): Promise<void> {
      await lanes.update({ _id: contact, owner }, { set: { until: 0 } })
    },
  }
}
