import type { ConsentForm } from '../../../src/domain/contacts/consentForm'
import { type ContactForm, formOf } from '../../../src/domain/contacts/contactForm'
import { versionOf } from '../../../src/domain/contacts/version'
import { createContacts } from '../../../src/store/contacts'
import { addContact } from '../../../src/use-cases/addContact'
import { changeContact } from '../../../src/use-cases/changeContact'
import { noteConsent } from '../../../src/use-cases/noteConsent'
import { tagContacts, untagContact } from '../../../src/use-cases/tagContacts'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { aStoredContact } from '../../support/storedExamples'

const NOW = Date.parse('2026-11-25T10:00:00Z')
const clock = { now: () => NOW, monotonic: () => NOW } as never
const languages = ['nl', 'ar']
const ORGANISATION = { _id: 'org', zone: 'Europe/Brussels' }
const FORM: ContactForm = {
  name: 'Amina Bekri',
  phone: '0470 12 34 56',
  reach: 'both',
  language: 'ar',
  audience: 'participant',
  reads: 'simple',
  evening: false,
  supervisor: '',
  fit: 'inside',
  fitWhy: '',
}
let store: TestDocuments
beforeEach(async () => {
  store = await openTestDocuments()
})
afterEach(() => store.dispose())

const contacts = () => store.documents.collection('contacts')
const get = async (id: string) => (await contacts().get(id))!
const add = (
  id: string,
  form: Partial<ContactForm> = {},
  consent: null | { by: string; day: string } = null,
) =>
  addContact({ documents: store.documents, clock, languages }, ORGANISATION, {
    id,
    form: { ...FORM, ...form },
    tags: ['groep A'],
    consent: consent && { how: 'blauwe map', ...consent },
    by: 'els',
  })
const change = async (id: string, form: Partial<ContactForm>, version?: string) => {
  const contact = await get(id)
  return changeContact({ documents: store.documents, languages }, contact, {
    version: version ?? versionOf(contact),
    form: { ...formOf(contact), ...form },
  })
}

describe('somebody new', () => {
  test('is kept with number, consent and proof; the same form twice keeps one', async () => {
    const asked = { by: 'paper', day: '2026-11-20' }
    expect(await add('amina', {}, asked)).toEqual({ ok: true, contact: 'amina' })
    expect(await add('amina', {}, asked)).toEqual({ ok: true, contact: 'amina' })
    expect(await contacts().count({})).toBe(1)
    expect(await get('amina')).toMatchObject({
      name: 'Amina Bekri',
      addresses: [
        { channel: 'whatsapp', address: '+32470123456' },
        { channel: 'sms', address: '+32470123456' },
      ],
      tags: ['groep A'],
      consents: [
        { purpose: 'C1', state: 'given', by: 'paper', how: 'blauwe map', notedBy: 'els', key: 'staff:amina' },
      ],
    })
  })

  test('with the number of somebody we know is not kept, and it is said whose number that is', async () => {
    await add('amina')
    expect(await add('other', { name: 'Samira', reach: 'sms' })).toEqual({
      ok: false,
      problems: [{ field: 'phone', problem: 'phone_taken' }],
      taken: { _id: 'amina', name: 'Amina Bekri' },
    })
    expect(await contacts().count({})).toBe(1)
  })

  test('at the very same moment with the same number: one of them', async () => {
    const results = await Promise.all([add('one'), add('two')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await contacts().count({})).toBe(1)
  })

  test('may have no number', async () => {
    expect(await add('nadia', { phone: ' ' })).toEqual({ ok: true, contact: 'nadia' })
    expect((await get('nadia')).addresses).toEqual([])
  })

  test.each<[string, Partial<ContactForm>, string, string]>([
    ['no name', { name: '  ' }, 'name', 'name_missing'],
    ['a name that is too long', { name: 'a'.repeat(81) }, 'name', 'name_long'],
    ['a digit short', { phone: '0470 12 34 5' }, 'phone', 'phone_short'],
    ['no number at all', { phone: 'geen idee' }, 'phone', 'phone_invalid'],
    ['no language', { language: '' }, 'language', 'language_missing'],
    ['a group that does not exist', { audience: 'x' }, 'audience', 'audience_missing'],
  ])('with %s is not kept', async (_, form, field, problem) => {
    const kept = await add('x', form)
    expect(kept).toMatchObject({ ok: false, problems: [{ field, problem }] })
    expect(await contacts().count({})).toBe(0)
  })

  test('who agreed tomorrow, or nobody knows how, is not kept', async () => {
    expect(await add('x', {}, { by: '', day: '2026-11-26' })).toMatchObject({
      problems: [
        { field: 'by', problem: 'by_missing' },
        { field: 'day', problem: 'day_future' },
      ],
    })
  })
})

describe('other details', () => {
  test('another number takes the place of the old one and knows nothing of it; a second number stays', async () => {
    await contacts().insert(
      aStoredContact({
        _id: 'a',
        addresses: [
          { channel: 'whatsapp', address: '+32470123456' },
          { channel: 'sms', address: '+32470999999' },
        ],
        addressKeys: ['org|whatsapp|+32470123456', 'org|sms|+32470999999'],
        heardAt: { whatsapp: 5 },
        unreachable: { whatsapp: { at: 1, code: 'x' } },
      }),
    )
    expect(await change('a', { phone: '0471 00 00 00', reach: 'sms' })).toEqual({ ok: true, contact: 'a' })
    const { addresses, addressKeys, heardAt, unreachable } = await get('a')
    expect(addresses).toEqual([
      { channel: 'sms', address: '+32471000000' },
      { channel: 'sms', address: '+32470999999' },
    ])
    expect(addressKeys).not.toContain('org|whatsapp|+32470123456')
    expect([heardAt, unreachable]).toEqual([{}, undefined])
  })

  test('what was not touched stays, also a channel window', async () => {
    await add('a')
    await contacts().update({ _id: 'a' }, { set: { heardAt: { whatsapp: 5 } } })
    await change('a', { name: 'Amina B.' })
    expect(await get('a')).toMatchObject({ name: 'Amina B.', heardAt: { whatsapp: 5 }, tags: ['groep A'] })
  })

  test('whether they belong to the target group: an accepted deviation has a reason, which goes with it', async () => {
    await add('amina')
    const refused = { ok: false, problems: [{ field: 'fitWhy', problem: 'fit_why_missing' }] }
    expect(await change('amina', { fit: 'deviation_accepted', fitWhy: ' ' })).toEqual(refused)
    await change('amina', { fit: 'deviation_accepted', fitWhy: 'Komt uit  Roemenië' })
    expect(await get('amina')).toMatchObject({ fit: 'deviation_accepted', fitWhy: 'Komt uit Roemenië' })
    await change('amina', { fit: 'inside' })
    expect(Object.keys(await get('amina'))).not.toEqual(expect.arrayContaining(['fit']))
    expect((await get('amina')).fitWhy).toBeUndefined()
  })

  test('two at once: the second is told and overwrites nothing', async () => {
    await add('a')
    const version = versionOf(await get('a'))
    await change('a', { name: 'Amina B.' }, version)
    await expect(change('a', { name: 'Amina C.' }, version)).rejects.toMatchObject({
      code: 'CONTACT_CHANGED',
    })
    expect((await get('a')).name).toBe('Amina B.')
  })

  test('the same form twice is kept once, also in the same moment', async () => {
    await add('a')
    const version = versionOf(await get('a'))
    const form = { name: 'Amina B.', phone: '0470 12 34 57', reach: 'sms' }
    const kept = { ok: true, contact: 'a' }
    expect(await Promise.all([change('a', form, version), change('a', form, version)])).toEqual([kept, kept])
    expect(await change('a', form, version)).toEqual(kept)
    expect(await get('a')).toMatchObject({ name: 'Amina B.', rev: 1 })
  })

  test('what the person changed in a talk meanwhile is not overwritten', async () => {
    await add('a')
    const version = versionOf(await get('a'))
    await createContacts(store.documents).change('a', 1, { language: 'nl', languageChosen: true })
    await expect(change('a', { language: 'ar' }, version)).rejects.toMatchObject({ code: 'CONTACT_CHANGED' })
  })

  test('the number of somebody else is said', async () => {
    await add('a')
    await add('b', { name: 'Bilal', phone: '0471 11 11 11' })
    expect(await change('b', { phone: '0470123456' })).toMatchObject({ taken: { _id: 'a' } })
  })
})

test('tags: twice is once, on and off, and only in the own organisation', async () => {
  await add('a')
  await tagContacts(store.documents, 'org', ['a'], 'jong')
  await tagContacts(store.documents, 'org', ['a'], 'jong')
  await tagContacts(store.documents, 'other', ['a'], 'x')
  expect((await get('a')).tags).toEqual(['groep A', 'jong'])
  await untagContact(store.documents, 'other', 'a', 'jong')
  await untagContact(store.documents, 'org', 'a', 'groep A')
  await untagContact(store.documents, 'org', 'a', 'groep A')
  expect((await get('a')).tags).toEqual(['jong'])
})

describe('the register of consents', () => {
  const note = async (key: string, form: Partial<ConsentForm>) =>
    noteConsent({ documents: store.documents, clock }, await get('a'), {
      key,
      form: { purpose: 'C5', state: 'given', by: 'talk', day: '2026-11-25', how: '', about: '', ...form },
      zone: 'Europe/Brussels',
      by: 'els',
    })
  beforeEach(() => add('a'))

  test('is only added to; the same form twice adds one line', async () => {
    await note('one', { about: 'jobcafé' })
    await note('one', { about: 'jobcafé' })
    await note('two', { about: 'jobcafé', state: 'withdrawn' })
    expect((await get('a')).consents.map(({ state, about }) => `${state} ${about}`)).toEqual([
      'given jobcafé',
      'withdrawn jobcafé',
    ])
  })

  test('a photo has an event, sharing a receiver', async () => {
    expect(await note('one', {})).toEqual({
      ok: false,
      problems: [{ field: 'about', problem: 'about_missing' }],
    })
  })

  test('a no to messages is noted, and only the person takes it back', async () => {
    expect(await note('one', { purpose: 'C1', state: 'withdrawn' })).toEqual({ ok: true })
    expect(await note('two', { purpose: 'C1', state: 'given' })).toEqual({
      ok: false,
      problems: [{ field: 'state', problem: 'said_stop' }],
    })
    expect(await note('three', { purpose: 'C7', state: 'given' })).toEqual({ ok: true })
  })
})
