import type { Conversation, ConversationState, Effect } from '../domain/conversation'
import type { Documents } from '../ports/documents'

export type Conversations = ReturnType<typeof createConversations>

export const NEW_STATE: ConversationState = { stack: [], waiting: [] }

/**
 * One document per contact, changed only here. State, what is said and which events are handled go together in one
 * write, conditional on the version that was read (protocol 6).
 */
export function createConversations(documents: Documents) {
  const conversations = documents.collection('conversations')

  return {
    async of(contact: string, organisation: string): Promise<Conversation> {
      const known = await conversations.get(contact)
      if (known) return known
      await conversations.insert({
        _id: contact,
        organisation,
        version: 0,
        state: NEW_STATE,
        handled: [],
        out: [],
        hasOut: false,
      })
      return this.of(contact, organisation)
    },

    /**
     * The turn becomes true. An anonymous answer disappears from the inbound in the same transaction, and will at the provider.
     * False: somebody else was first and nothing has happened.
     */
    commit(
      conversation: Conversation,
      event: string,
      state: ConversationState,
      effects: Effect[],
      anonymous?: { channel: string; now: number },
    ): Promise<boolean> {
      const turn = {
        update: { _id: conversation._id, version: conversation.version },
        patch: {
          set: { state, out: effects, hasOut: true, handled: [...conversation.handled, event] },
          inc: { version: 1 },
        },
        in: 'conversations' as const,
      }
      if (!anonymous) return documents.atomically([turn])
      return documents.atomically([
        turn,
        {
          update: { _id: event },
          patch: { set: { event: { kind: 'anonymous', channel: anonymous.channel } } },
          in: 'inbound',
        },
        { insert: { _id: event, nextAt: anonymous.now, tries: 0 }, into: 'redactions' },
      ])
    },

    /** Everything the last turn wanted has happened. */
    async finished(conversation: Conversation): Promise<void> {
      await conversations.update(
        { _id: conversation._id, version: conversation.version },
        { set: { out: [], hasOut: false, handled: [] }, inc: { version: 1 } },
      )
    },

    unfinished: (limit: number) => conversations.list({ hasOut: true }, { limit }),

    /** The open question of a contact, for those who must not talk in between. */
    async isOpen(contact: string): Promise<boolean> {
      const known = await conversations.get(contact)
      return (known?.state.stack.length ?? 0) > 0
    },
  }
}
