import type { Contact } from '../domain/contact'
import { mediaKind, plainType } from '../domain/inbox/mediaKind'
import { AppError } from '../errors'
import type { Channel } from '../ports/channel'
import type { Seal } from '../ports/seal'
import { opened, type ReadLines, readLines } from './readLines'

export interface OpenedMedia {
  type: string
  bytes: Buffer
}

/**
 * A voice note or picture of this person. Fetched from the provider the first time that one of us opens it, and kept
 * locked; what no page shows cannot be opened here either.
 * @param n its place in the message
 */
export async function readMedia(
  deps: ReadLines & { channel: Pick<Channel, 'fetchMedia'>; seal: Pick<Seal, 'lock' | 'unlock'> },
  contact: Contact,
  message: string,
  n: number,
): Promise<OpenedMedia> {
  const { documents, channel, seal, clock } = deps
  const line = (await readLines(deps, contact._id)).find(({ id }) => id === message)
  const shown = line?.is === 'theirs' ? line.media[n] : undefined
  if (!shown || shown.kind === 'other') throw new AppError('NOT_FOUND', 'There is no such picture or voice')
  const kept = documents.collection('media')
  const _id = `${message}:${n}`
  const known = await kept.get(_id)
  if (known) return { type: known.type, bytes: Buffer.from(seal.unlock(known.locked), 'base64') }
  const stored = await documents.collection('inbound').get(message)
  const url = (stored && opened(deps, stored)?.media?.[n]?.url) ?? ''
  const fetched = await channel.fetchMedia(url)
  if ('problem' in fetched)
    throw new AppError(fetched.problem === 'too_large' ? 'TOO_LARGE' : 'NOT_FOUND', 'It cannot be fetched', {
      problem: fetched.problem,
    })
  const type = plainType(fetched.type)
  if (mediaKind(type) === 'other') throw new AppError('NOT_FOUND', 'It is something else than it said')
  await kept.insert({
    _id,
    organisation: contact.organisation,
    contact: contact._id,
    type,
    at: clock.now(),
    locked: seal.lock(fetched.bytes.toString('base64')),
  })
  return { type, bytes: fetched.bytes }
}
