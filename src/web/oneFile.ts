import type { RequestHandler } from 'express'
import multer from 'multer'
import { AppError } from '../errors'

/**
 * A form with one file, named `file`. One that is too large is no error: `response.locals.tooLarge` is set, so that it
 * can be said beside its field.
 * @param bytes the largest file
 */
export function oneFile(bytes: number): RequestHandler {
  const receive = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: bytes, files: 1, fields: 5, fieldSize: 1_000, parts: 6 },
  }).single('file')
  return (request, response, next) =>
    void receive(request, response, error => {
      response.locals.tooLarge = error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE'
      if (response.locals.tooLarge) next()
      else next(error && notReadable())
    })
}

/** A form with much text and no file. @param bytes the longest field */
export function muchText(bytes: number): RequestHandler {
  const receive = multer({ limits: { files: 0, fields: 5, fieldSize: bytes, parts: 5 } }).none()
  return (request, response, next) => void receive(request, response, error => next(error && notReadable()))
}

const notReadable = () => new AppError('NOT_READABLE', 'The form cannot be read')
