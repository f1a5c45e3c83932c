import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { mergeClasses, sealsNow } from '../../../../src/domain/anonymity/blocks'
import { type Printed, printAtom } from '../../../../src/domain/anonymity/printAtom'
import { addRanges, meanBounds, range } from '../../../../src/domain/anonymity/ranges'
import { SMILEY } from '../../../../src/domain/anonymity/shape'

const policy = { k: 5, s: 5 }
const tally = fc.array(fc.nat(30), { minLength: 5, maxLength: 5 })

test('what may be concluded always contains the truth', () => {
  fc.assert(
    fc.property(
      fc.array(tally, { minLength: 1, maxLength: 5 }),
      fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
      (blocks, answers) => {
        const shown = blocks.filter(counts => counts.reduce((a, b) => a + b, 0) >= policy.k)
        const total = addRanges(
          shown.map(counts => range(printAtom(counts, SMILEY, policy), answers, SMILEY, policy.s)),
        )
        const truth = shown
          .flatMap(counts => answers.map(answer => counts[answer]!))
          .reduce((a, b) => a + b, 0)
        expect(total.lo).toBeLessThanOrEqual(truth)
        expect(total.hi).toBeGreaterThanOrEqual(truth)
      },
    ),
  )
})

test('so do the bounds of a mean', () => {
  fc.assert(
    fc.property(tally, counts => {
      const n = counts.reduce((a, b) => a + b, 0)
      const bounds = meanBounds([printAtom(counts, SMILEY, policy)], SMILEY, policy.s)
      if (n < policy.k) return expect(bounds).toBeNull()
      const mean = counts.reduce((total, count, answer) => total + count * (answer + 1), 0) / n
      expect(bounds!.lo).toBeLessThanOrEqual(mean + 1e-9)
      expect(bounds!.hi).toBeGreaterThanOrEqual(mean - 1e-9)
    }),
  )
})

const release = JSON.parse(readFileSync(path.join(__dirname, '../../../fixtures/release.json'), 'utf8'))

test("the field's printed figures: atoms", () => {
  for (const { name, counts, shape, printed } of release.atoms)
    expect({ name, printed: printAtom(counts, shape, release.policy) }).toEqual({ name, printed })
})

test('two blocks of twelve and forty-eight: 47 to 51 of 60 content', () => {
  const { shape, atoms, answerSet, range: expected, meanBounds: mean } = release.totals
  expect(addRanges(atoms.map((printed: Printed) => range(printed, answerSet, shape, 5)))).toEqual(expected)
  expect(meanBounds(atoms, shape, 5)).toEqual(mean)
})

test('a block is sealed by numbers of people and moments', () => {
  for (const { pending, shown, moment, live, sealed } of release.seal)
    expect({
      pending,
      shown,
      moment,
      live,
      sealed: sealsNow(pending, shown, moment, release.policy, live),
    }).toEqual({
      pending,
      shown,
      moment,
      live,
      sealed,
    })
})

test('small languages join until nobody stands alone', () => {
  for (const { name, sizes, from, label } of release.classes)
    expect({ name, label: mergeClasses(sizes, from) }).toEqual({ name, label })
})
