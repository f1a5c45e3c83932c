import fc from 'fast-check'
import type { Patch } from '../../src/ports/documents'
import { aStoredContact, aStoredRow } from './storedExamples'

type Plain = Record<string, unknown> & { _id: string }

/** What random documents, filters and changes of one collection are made of: few values, so that they meet. */
export interface World {
  name: 'contacts' | 'outbox' | 'inbound'
  documents: fc.Arbitrary<Plain>
  paths: Record<
    string,
    { values: fc.Arbitrary<string | number | boolean | null>; ordered?: true; inList?: true }
  >
  patches: fc.Arbitrary<Patch>
  sorts: string[]
  counted: string[]
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'B', 'é')
const few = fc.constantFrom(-1, 0, 1, 2, 2.5, 3e12)
const word = fc.constantFrom('', 'x', 'y', 'xy', 'x\u0001', 'X')
const keys = fc.uniqueArray(fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6'), { maxLength: 2 })
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const known = <T extends object>(document: T): T => JSON.parse(JSON.stringify(document))

const contacts: World = {
  name: 'contacts',
  documents: fc
    .record({
      _id: id,
      name: word,
      addressKeys: keys,
      tags: fc.array(word, { maxLength: 3 }),
      turn: few,
      languageChosen: fc.boolean(),
      heardAt: fc.record({ sms: maybe(few), whatsapp: maybe(few) }),
      stopped: maybe(fc.record({ at: few })),
      consents: fc.array(word.map(consent), { maxLength: 2 }),
    })
    .map(given => known(aStoredContact(given as never)) as never),
  paths: {
    _id: { values: id },
    name: { values: fc.oneof(word, fc.constant(null)), ordered: true },
    addressKeys: { values: fc.constantFrom('k1', 'k2', 'k9', '', null) },
    tags: { values: fc.oneof(word, fc.constant(null)) },
    turn: { values: few, ordered: true },
    languageChosen: { values: fc.boolean() },
    'heardAt.sms': { values: fc.oneof(few, fc.constant(null)), ordered: true },
    'stopped.at': { values: fc.oneof(few, fc.constant(null)), ordered: true },
    stopped: { values: fc.constant(null) },
    'consents.key': { values: word, inList: true },
  },
  patches: fc.oneof(
    fc.record({ set: fc.record({ name: word, 'heardAt.sms': few }) }),
    fc.record({ set: fc.record({ 'stopped.at': few }), inc: fc.record({ turn: few }) }),
    fc.record({ unset: fc.constantFrom(['stopped'], ['heardAt.sms', 'stopped.channel'], ['stopped']) }),
    fc.record({ push: fc.record({ tags: word, consents: word.map(consent) }) }),
    fc.record({ addToSet: fc.record({ tags: word }), inc: fc.record({ 'heardAt.whatsapp': few }) }),
  ),
  sorts: ['name', 'turn', 'heardAt.sms', 'languageChosen', '_id'],
  counted: ['name', 'heardAt.sms', 'languageChosen', 'turn'],
}

const state = fc.constantFrom('planned', 'sending', 'failed')
const phase = fc.constantFrom('sending', 'unknown', 'accepted')
const attempt = fc.record({ phase, rank: few, sid: maybe(fc.constantFrom('SM1', 'SM2')) })

const outbox: World = {
  name: 'outbox',
  documents: fc
    .record({
      _id: id,
      state,
      sender: fc.constantFrom('s1', 's2'),
      contact: fc.constantFrom('c1', 'c2'),
      rank: fc.constantFrom(0, 1, 5),
      nextAt: few,
      seq: maybe(few),
      fallbackAt: maybe(few),
      spent: fc.subarray(['sms', 'whatsapp']),
      attempts: fc.dictionary(
        fc.constantFrom('1', '2'),
        attempt.map(given => ({ channel: 'sms', startedAt: 1, bodyHash: 'h', ...given })),
      ),
    })
    .map(given => known(aStoredRow(given as never)) as never),
  paths: {
    _id: { values: id },
    state: { values: state, ordered: true },
    sender: { values: fc.constantFrom('s1', 's2') },
    contact: { values: fc.constantFrom('c1', 'c2') },
    rank: { values: fc.constantFrom(0, 1, 5), ordered: true },
    nextAt: { values: few, ordered: true },
    seq: { values: fc.oneof(few, fc.constant(null)), ordered: true },
    fallbackAt: { values: fc.oneof(few, fc.constant(null)), ordered: true },
    spent: { values: fc.constantFrom('sms', 'whatsapp') },
    'attempts.2.phase': { values: fc.oneof(phase, fc.constant(null)) },
    'attempts.1.rank': { values: few, ordered: true },
    'attempts.1': { values: fc.constant(null) },
  },
  patches: fc.oneof(
    fc.record({ set: fc.record({ state, nextAt: few }), inc: fc.record({ fence: fc.constant(1) }) }),
    fc.record({ set: fc.record({ fallbackAt: few, 'attempts.2.phase': phase }) }),
    fc.record({ unset: fc.constantFrom(['fallbackAt', 'attempts.1'], ['attempts.2.sid'], ['seq']) }),
    fc.record({ addToSet: fc.record({ spent: fc.constantFrom('sms', 'whatsapp') }) }),
  ),
  sorts: ['state', 'rank', 'nextAt', 'seq', 'fallbackAt', 'sender'],
  counted: ['state', 'sender', 'seq', 'rank'],
}

const handled = fc.constantFrom<false | 'done' | 'given_up'>(false, 'done', 'given_up')
const marks = fc.oneof(word, few, fc.array(few, { maxLength: 2 }))

const inbound: World = {
  name: 'inbound',
  documents: fc
    .record({ _id: id, contact: fc.constantFrom('c1', 'c2'), handled, at: few, text: marks })
    .map(({ text, ...given }) => ({
      organisation: 'org',
      late: false,
      stopWord: false,
      tries: 0,
      event: { kind: 'message', text },
      ...given,
    })),
  paths: {
    _id: { values: id },
    contact: { values: fc.constantFrom('c1', 'c2') },
    handled: { values: handled },
    at: { values: few, ordered: true },
    'event.text': { values: fc.oneof(word, few, fc.constant(null)), ordered: true },
    'event.payload': { values: fc.constantFrom('x', null) },
  },
  patches: fc.oneof(
    fc.record({ set: fc.record({ handled }) }),
    fc.record({ set: fc.record({ at: few, event: marks.map(text => ({ kind: 'message', text })) }) }),
    fc.record({ inc: fc.record({ tries: fc.constant(1) }) }),
  ),
  sorts: ['at', 'contact', '_id'],
  counted: ['contact', 'at'],
}

export const WORLDS: readonly World[] = [contacts, outbox, inbound]

function consent(key: string) {
  return { key, purpose: 'C1', state: 'given', version: '1', language: 'nl', at: 1, by: 'chat' }
}
