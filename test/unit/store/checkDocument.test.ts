import fc from 'fast-check'
import { Mongoose } from 'mongoose'
import { checkDocument } from '../../../src/store/checkDocument'
import { collections } from '../../../src/store/schemas/collections'
import { shapeOf } from '../../../src/store/shape'
import { WORLDS } from '../../support/storeWorlds'

const mongoose = new Mongoose()
const junk = fc.constantFrom<unknown>(undefined, null, 1, 'x', true, {}, [], ['x'], { x: 1 }, 'planned', [
  { key: 1 },
])

/** Members anywhere in a document, as ways to put something else there. */
function placesIn(value: unknown): ((junk: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap(name => [
    (other: unknown) => {
      holder[name] = other
    },
    ...placesIn(holder[name]),
  ])
}

test.each(WORLDS)(
  '$name: nothing passes our check that mongoose would refuse',
  async ({ name, documents }) => {
    const schema = collections[name]
    const shape = shapeOf(name, schema)
    const Model = mongoose.model(name, schema)
    const passes = async (check: () => unknown) => {
      try {
        await check()
        return true
      } catch {
        return false
      }
    }
    let refused = 0
    await fc.assert(
      fc.asyncProperty(documents, junk, fc.nat(), fc.boolean(), async (document, other, place, spoilt) => {
        const given = structuredClone(document)
        if (spoilt) {
          const places = placesIn(given)
          places[place % places.length]!(other)
        }
        const ours = await passes(() => checkDocument(shape, given))
        const theirs = await passes(() => new Model(JSON.parse(JSON.stringify(given))).validate())
        const says = JSON.stringify(given)
        // Ours may be stricter: mongoose takes one value for a list of one.
        if (ours || !spoilt) expect([says, ours, theirs]).toEqual([says, true, true])
        if (!ours) refused++
      }),
      { numRuns: 1500 },
    )
    expect(refused).toBeGreaterThan(100)
  },
)
