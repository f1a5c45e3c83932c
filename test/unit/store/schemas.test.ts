import type { CollectionName } from '../../../src/ports/documents'
import { collections } from '../../../src/store/schemas/collections'
import { shapeOf } from '../../../src/store/shape'

const shape = (name: CollectionName) => shapeOf(name, collections[name])

test.each([
  ['evaluations', []],
  ['evaluationKeys', []],
  ['letterbox', ['evaluation']],
  ['kioskBatches', ['evaluation']],
  ['replies', ['evaluation,block']],
  ['texts', ['evaluation,block']],
  ['sounds', ['evaluation', 'until']],
  ['ledger', ['evaluation']],
  ['rollUps', ['organisation,scope,of']],
] as const)('%s has no index by which answers could be put in order of arrival', (name, indexes) => {
  expect(shape(name).indexes.map(index => index.name)).toEqual(indexes)
})

test.each([
  ['letterbox', ['people']],
  ['kioskBatches', []],
  ['replies', []],
  ['texts', ['dialogVersion', 'rev']],
  ['sounds', []],
  ['ledger', ['dialogVersion', 'people', 's']],
] as const)(
  '%s keeps no moment, and no count but those of whole blocks, of tablets, and of decisions',
  (name, numbers) => {
    const kept = [...shape(name).root.fields].filter(([, { kind }]) => kind === 'number')
    expect(kept.map(([field]) => field)).toEqual(numbers)
  },
)

test('every collection has an id of its own and nothing that mongoose adds', () => {
  const names = Object.keys(collections) as CollectionName[]
  expect(names.length).toBeGreaterThan(20)
  for (const name of names) {
    expect(shape(name).root.fields.get('_id')).toMatchObject({ kind: 'string', required: true })
    for (const added of ['__v', 'createdAt', 'updatedAt'])
      if (!['campaigns', 'outbox'].includes(name))
        expect([name, shape(name).root.fields.has(added)]).toEqual([name, false])
    expect(collections[name].options).toMatchObject({ strict: 'throw', versionKey: false, timestamps: false })
  }
})

test('a unique index is about one field, an index over a list too', () => {
  for (const name of Object.keys(collections) as CollectionName[])
    for (const { unique, multikey, paths } of shape(name).indexes)
      if (unique || multikey) expect([name, paths.length]).toEqual([name, 1])
})
