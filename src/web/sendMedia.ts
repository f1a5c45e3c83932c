import type { Response } from 'express'
import type { OpenedMedia } from '../use-cases/readMedia'

/** What somebody sent, to be played or looked at where it is; whatever it is, it runs nothing. */
export function sendMedia(response: Response, { type, bytes }: OpenedMedia): void {
  response.setHeader('content-security-policy', "default-src 'none'; sandbox")
  response.setHeader('content-disposition', 'inline')
  response.type(type).send(bytes)
}
