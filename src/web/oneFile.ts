import type { RequestHandler } from 'express'
import multer from 'multer'

/**
 * Reads a form with one file, in the field `file`. A file that is too large is no error: it is said beside its field, with
 * `response.locals.tooLarge`.
 */
export function oneFile(mostBytes: number): RequestHandler {
  const receive = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: mostBytes, files: 1, fields: 5, fieldSize: 1_000, parts: 6 },
  }).single('file')
  return (request, response, next) =>
    void receive(request, response, error => {
      if (error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE') {
        response.locals.tooLarge = true
        next()
      } else next(error)
    })
}
