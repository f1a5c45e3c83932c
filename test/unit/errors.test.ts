import { readFileSync } from 'node:fs'
import path from 'node:path'
import { AppError, ERRORS } from '../../src/errors'

test('docs/errors.md explains every error, and no other', () => {
  const page = readFileSync(path.join(__dirname, '../../docs/errors.md'), 'utf8')
  const explained = [...page.matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ])
  expect(Object.fromEntries(explained)).toEqual(
    Object.fromEntries(Object.entries(ERRORS).map(([code, { httpStatus }]) => [code, httpStatus])),
  )
})

test('an error carries its code, its facts and what caused it', () => {
  const cause = new Error('socket')
  const error = new AppError('STORE_UNAVAILABLE', 'The store does not answer', { after: 3 }, cause)
  expect(error).toMatchObject({
    code: 'STORE_UNAVAILABLE',
    httpStatus: 503,
    ourFault: true,
    facts: { after: 3 },
    cause,
  })
})
