import type { Documents } from '../ports/documents'

export type ProviderMessages = ReturnType<typeof createProviderMessages>

/** Which attempt a message at the provider belongs to: one, for ever. */
export function createProviderMessages(documents: Documents) {
  const messages = documents.collection('providerMessages')

  return {
    get: (sid: string) => messages.get(sid),

    /** False: it belongs to another attempt already. */
    async link(sid: string, row: string, attempt: number): Promise<boolean> {
      if (await messages.insert({ _id: sid, row, attempt })) return true
      const known = await messages.get(sid)
      return known?.row === row && known.attempt === attempt
    },
  }
}
