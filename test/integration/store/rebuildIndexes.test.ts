import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'lmdb'
import { openEmbedded } from '../../../src/store/embedded'
import { aStoredContact, aStoredRow } from '../../support/storedExamples'

const keyOf = (text: string) => Buffer.from(text)

test('indexes that were declared since are built, those no longer declared are gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'brugbode-'))
  const documents = await openEmbedded(folder)
  await documents.collection('outbox').insert(aStoredRow({ _id: 'r1', nextAt: 7 }))
  await documents.collection('contacts').insert(aStoredContact({ _id: 'c1', addressKeys: ['x'] }))
  await documents.close()

  // As an older version would have left it: fewer indexes, and one that we do not know.
  const raw = open<unknown, Buffer>({
    path: join(folder, 'documents.mdb'),
    noSubdir: true,
    encoding: 'json',
    keyEncoding: 'binary',
  })
  const entries = [...raw.getKeys({})].filter(key => /^(outbox|contacts)\0[^\0]/.test(key.toString('latin1')))
  expect(entries.length).toBeGreaterThan(5)
  for (const key of entries) raw.removeSync(key)
  raw.putSync(keyOf('outbox\0gone\0x'), 'r1')
  raw.putSync(keyOf('\0indexes'), ['outbox gone false'])
  await raw.close()

  for (const round of ['built', 'kept']) {
    const again = await openEmbedded(folder)
    expect([round, await again.collection('outbox').count({ state: 'planned', nextAt: 7 })]).toEqual([
      round,
      1,
    ])
    expect((await again.collection('contacts').first({ addressKeys: 'x' }))?._id).toBe('c1')
    expect(await again.collection('outbox').insert(aStoredRow({ _id: 'r2', key: 'key:r1' }))).toBe(false)
    await again.close()
  }
  const looked = open<unknown, Buffer>({
    path: join(folder, 'documents.mdb'),
    noSubdir: true,
    keyEncoding: 'binary',
    encoding: 'json',
  })
  expect(looked.get(keyOf('outbox\0gone\0x'))).toBeUndefined()
  await looked.close()
  await rm(folder, { recursive: true })
})
