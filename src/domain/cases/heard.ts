import type { Contact } from '../contact'
import { TOLD_BY } from '../contacts/consentForm'
import type { WorkNote } from '../contacts/workNote'
import type { Task, TaskResult } from '../conversation'
import { CHANNELS, type ChannelName } from '../message'

/** By what somebody was last heard, or met: they wrote, spoke with one of us, told of their work, or came to an event. */
export const HEARD_BY = [...CHANNELS, ...TOLD_BY, 'work', 'event'] as const

export interface Heard {
  at: number
  by: (typeof HEARD_BY)[number]
}

/** All that may tell that somebody was heard. */
export interface HeardFrom {
  /** The last message that they wrote under their name. */
  message: { at: number; channel: ChannelName } | null
  tasks: readonly Pick<Task, 'kind' | 'result' | 'doneAt'>[]
  notes: readonly Pick<WorkNote, 'at'>[]
  /** When the last event ended that they came to. */
  cameAt?: number | undefined
}

const NOBODY_THERE: readonly (TaskResult | undefined)[] = ['not_reached', 'wrong_number', undefined]

/** The last time; null: nothing of it is kept. */
export function heardOf(
  { consents }: Pick<Contact, 'consents'>,
  { message, tasks, notes, cameAt }: HeardFrom,
): Heard | null {
  const all: Heard[] = [
    ...notes.map(({ at }): Heard => ({ at, by: 'work' })),
    ...(cameAt === undefined ? [] : [{ at: cameAt, by: 'event' } as const]),
    ...consents.flatMap(({ at, by, state }): Heard[] => {
      const told = TOLD_BY.find(one => one === by)
      return told && state !== 'asked' ? [{ at, by: told }] : []
    }),
    ...tasks.flatMap(({ kind, result, doneAt }): Heard[] =>
      (kind === 'call' || kind === 'talk') && doneAt !== undefined && !NOBODY_THERE.includes(result)
        ? [{ at: doneAt, by: kind === 'call' ? 'phone' : 'talk' }]
        : [],
    ),
    ...(message ? [{ at: message.at, by: message.channel }] : []),
  ]
  return all.reduce<Heard | null>((last, one) => (last && last.at > one.at ? last : one), null)
}
