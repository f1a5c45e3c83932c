import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { Seal } from '../ports/seal'

const NONCE = 12
const TAG = 16
const LENGTH = 4
/** A fresh key for every box and every voice note means that a nonce can never meet the same key twice. */
const ZERO_NONCE = Buffer.alloc(NONCE)
/** Answers of one question fit here, so that all boxes without remarks have one size; remarks grow in steps of 4 KiB. */
const SMALL = 512
const STEP = 4096
/** Half a minute of speech or so; a voice note grows in steps of this. */
const LARGE = 65_536
/** SubjectPublicKeyInfo of X25519 without its 32 key bytes (RFC 8410). */
const SPKI = Buffer.from('302a300506032b656e032100', 'hex')
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** @param key the installation's own 32 bytes; without it nothing that rests here can be read */
export function createSeal(key: Buffer): Seal {
  // One key for one purpose.
  const secretKey = Buffer.from(hkdfSync('sha256', key, '', 'brugbode secrets', 32))
  const lockBytes = (bytes: Buffer): string => {
    const nonce = randomBytes(NONCE)
    return Buffer.concat([nonce, encrypt(key, nonce, bytes)]).toString('base64url')
  }
  const unlockBytes = (locked: string): Buffer => {
    const bytes = Buffer.from(locked, 'base64url')
    return decrypt(key, bytes.subarray(0, NONCE), bytes.subarray(NONCE))
  }

  return {
    lock: text => lockBytes(Buffer.from(text, 'utf8')),
    unlock: locked => unlockBytes(locked).toString('utf8'),

    lockAlone(bytes) {
      const own = randomBytes(32)
      const locked = encrypt(own, ZERO_NONCE, padBytes(bytes, LARGE)).toString('base64url')
      return { key: own.toString('base64url'), locked }
    },
    unlockAlone: (own, locked) =>
      unpadBytes(decrypt(Buffer.from(own, 'base64url'), ZERO_NONCE, Buffer.from(locked, 'base64url'))),

    secretOf: words => createHmac('sha256', secretKey).update(words).digest('base64url'),

    newPair() {
      const { publicKey, privateKey } = generateKeyPairSync('x25519')
      return {
        publicKey: raw(publicKey).toString('base64url'),
        wrappedPrivateKey: lockBytes(rawPrivate(privateKey)),
      }
    },

    sealTo(publicKey, payload) {
      const theirs = Buffer.from(publicKey, 'base64url')
      const once = generateKeyPairSync('x25519')
      const ours = raw(once.publicKey)
      const shared = diffieHellman({ privateKey: once.privateKey, publicKey: toPublic(theirs) })
      return Buffer.concat([ours, encrypt(boxKey(shared, ours, theirs), ZERO_NONCE, pad(payload))]).toString(
        'base64url',
      )
    },

    openAll(wrappedPrivateKey, boxes) {
      const privateKey = createPrivateKey({
        key: Buffer.concat([PKCS8, unlockBytes(wrappedPrivateKey)]),
        format: 'der',
        type: 'pkcs8',
      })
      const theirs = raw(createPublicKey(privateKey))
      return boxes.map(box => {
        const bytes = Buffer.from(box, 'base64url')
        const ours = bytes.subarray(0, 32)
        const shared = diffieHellman({ privateKey, publicKey: toPublic(ours) })
        return unpad(decrypt(boxKey(shared, ours, theirs), ZERO_NONCE, bytes.subarray(32)))
      })
    },
  }
}

const toPublic = (bytes: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' })
const raw = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length)
const rawPrivate = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length)

const boxKey = (shared: Buffer, ours: Buffer, theirs: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ours, theirs]), 'brugbode letterbox', 32))

function encrypt(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()])
}

function pad(payload: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(payload), 'utf8')
  return padBytes(json, json.length + LENGTH <= SMALL ? SMALL : STEP)
}

const unpad = (bytes: Buffer): unknown => JSON.parse(unpadBytes(bytes).toString('utf8'))

/** Its length, itself, and nothing up to the next step. */
function padBytes(bytes: Buffer, step: number): Buffer {
  const padded = Buffer.alloc(Math.ceil((bytes.length + LENGTH) / step) * step)
  padded.writeUInt32BE(bytes.length)
  bytes.copy(padded, LENGTH)
  return padded
}

const unpadBytes = (padded: Buffer): Buffer => padded.subarray(LENGTH, LENGTH + padded.readUInt32BE())
