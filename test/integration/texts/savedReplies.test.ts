import { listSavedReplies } from '../../../src/use-cases/listSavedReplies'
import { removeSavedReply, saveSavedReply } from '../../../src/use-cases/saveSavedReply'
import { fakeClock } from '../../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'

const clock = fakeClock('2026-11-03T09:00:00Z')
let store: TestDocuments
beforeEach(async () => {
  store = await openTestDocuments()
})
afterEach(() => store.dispose())

const BUS = {
  name: 'Busticket',
  texts: { nl: 'Je krijgt een ticket aan de deur.', ar: 'تحصل على تذكرة عند الباب.', fr: ' ' },
}
const save = (over: Partial<Parameters<typeof saveSavedReply>[1]> = {}) =>
  saveSavedReply(
    { documents: store.documents, clock },
    { organisation: 'org', id: 'r1', rev: 0, by: 'els', form: BUS, ...over },
  )

test('each in the language of the person, else in Dutch; a language left empty is not there', async () => {
  await save()
  const inLanguage = (language: string) => listSavedReplies(store, 'org', language)
  expect(await inLanguage('ar')).toEqual([
    { id: 'r1', name: 'Busticket', text: BUS.texts.ar, language: 'ar' },
  ])
  expect(await inLanguage('fr')).toMatchObject([{ text: BUS.texts.nl, language: 'nl' }])
  expect(await listSavedReplies(store, 'another', 'nl')).toEqual([])
})

test('sent twice there is one; who did not see the newest is told; another organisation finds nothing', async () => {
  const first = await save()
  expect(await save()).toEqual(first)
  const changed = { ...BUS, name: 'Bus' }
  expect(await save({ rev: 1, by: 'karim', form: changed })).toMatchObject({ ok: true, saved: { rev: 2 } })
  expect(await save({ rev: 1, form: { ...BUS, name: 'Tram' } })).toMatchObject({
    ok: false,
    newer: { by: 'karim' },
  })
  await expect(save({ organisation: 'another' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a reply without a name or words says which is missing', async () => {
  const saved = await save({ form: { name: ' ', texts: { nl: '', ar: 'x'.repeat(1001) } } })
  expect('problems' in saved && saved.problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual([
    'name no_name',
    'text-ar long_text',
  ])
})

test('removed once, and only as it was seen', async () => {
  await save()
  expect(await removeSavedReply(store, { organisation: 'org', id: 'r1', rev: 9 })).toBeNull()
  expect(await removeSavedReply(store, { organisation: 'another', id: 'r1', rev: 1 })).toBeNull()
  expect(await removeSavedReply(store, { organisation: 'org', id: 'r1', rev: 1 })).toMatchObject({
    _id: 'r1',
  })
  expect(await removeSavedReply(store, { organisation: 'org', id: 'r1', rev: 1 })).toBeNull()
})
