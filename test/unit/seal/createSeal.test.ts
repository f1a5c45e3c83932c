import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { createSeal } from '../../../src/seal/createSeal'

const seal = createSeal(randomBytes(32))

test('what is locked comes back, and only with the same key', () => {
  fc.assert(fc.property(fc.string(), text => expect(seal.unlock(seal.lock(text))).toBe(text)))
  expect(() => createSeal(randomBytes(32)).unlock(seal.lock('ja'))).toThrow()
})

test('the same words never look the same twice', () => {
  expect(seal.lock('ja')).not.toBe(seal.lock('ja'))
  const { publicKey } = seal.newPair()
  expect(seal.sealTo(publicKey, { overall: 5 })).not.toBe(seal.sealTo(publicKey, { overall: 5 }))
})

test('the same words give the same secret, and another one under another key', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(seal.secretOf(one)).toHaveLength(43)
      expect(seal.secretOf(one) === seal.secretOf(other)).toBe(one === other)
    }),
  )
  expect(createSeal(randomBytes(32)).secretOf('ja')).not.toBe(seal.secretOf('ja'))
})

test('anybody may put a letter in, only the holder of the key reads it', () => {
  const pair = seal.newPair()
  const boxes = [{ overall: 5 }, { overall: 1, remark: 'ممتاز' }].map(payload =>
    seal.sealTo(pair.publicKey, payload),
  )
  expect(seal.openAll(pair.wrappedPrivateKey, boxes)).toEqual([
    { overall: 5 },
    { overall: 1, remark: 'ممتاز' },
  ])
  expect(() => seal.openAll(seal.newPair().wrappedPrivateKey, boxes)).toThrow()
})

test('a letter that was touched does not open', () => {
  const pair = seal.newPair()
  const bytes = Buffer.from(seal.sealTo(pair.publicKey, 3), 'base64url')
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1
  expect(() => seal.openAll(pair.wrappedPrivateKey, [bytes.toString('base64url')])).toThrow()
})

test('the size of a letter tells nothing: closed answers have one size, remarks grow in steps', () => {
  const { publicKey } = seal.newPair()
  const size = (payload: unknown) => Buffer.from(seal.sealTo(publicKey, payload), 'base64url').length
  expect(new Set([1, { q1: 5 }, { q1: [1, 2, 3], q2: 'x'.repeat(400) }].map(size)).size).toBe(1)
  expect(new Set(['x'.repeat(600), 'x'.repeat(4000)].map(size)).size).toBe(1)
  expect(size('x'.repeat(5000))).toBeGreaterThan(size('x'.repeat(4000)))
})

test('a voice note comes back with its own key alone, and its size tells little', () => {
  const voice = randomBytes(70_000)
  const { key, locked } = seal.lockAlone(voice)
  expect(seal.unlockAlone(key, locked)).toEqual(voice)
  expect(() => seal.unlockAlone(seal.lockAlone(voice).key, locked)).toThrow()
  const size = (length: number) => seal.lockAlone(Buffer.alloc(length)).locked.length
  expect(new Set([0, 1, 40_000, 65_000].map(size)).size).toBe(1)
  expect(size(66_000)).toBeGreaterThan(size(65_000))
})
