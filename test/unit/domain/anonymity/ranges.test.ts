import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { mergeClasses, sealsNow } from '../../../../src/domain/anonymity/blocks'
import { type Printed, printAtom, USUAL_POLICY } from '../../../../src/domain/anonymity/printAtom'
import { range } from '../../../../src/domain/anonymity/ranges'
import { SMILEY, sum } from '../../../../src/domain/anonymity/shape'
import { addTotals, highSideOf, meanOf, totalOf } from '../../../../src/domain/anonymity/totals'

const policy = USUAL_POLICY
const tally = fc.array(fc.nat(30), { minLength: 5, maxLength: 5 })

test('what may be concluded always contains the truth', () => {
  fc.assert(
    fc.property(tally, fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), (counts, answers) => {
      fc.pre(sum(counts) >= policy.k)
      const { lo, hi } = range(printAtom(counts, SMILEY, policy), answers, SMILEY, policy.s)
      const truth = sum(answers.map(answer => counts[answer]!))
      expect(lo).toBeLessThanOrEqual(truth)
      expect(hi).toBeGreaterThanOrEqual(truth)
    }),
  )
})

const release = JSON.parse(readFileSync(path.join(__dirname, '../../../fixtures/release.json'), 'utf8'))

test("the field's printed figures: atoms", () => {
  for (const { name, counts, shape, printed } of release.atoms)
    expect({ name, printed: printAtom(counts, shape, release.policy) }).toEqual({ name, printed })
})

test('two blocks of twelve and forty-eight: 47 to 51 of 60 content', () => {
  const { shape, atoms, range: expected, meanBounds: mean } = release.totals
  const { s } = release.policy
  const total = atoms
    .map((printed: Printed & { n: number }) => totalOf({ printed, people: printed.n, s }, shape))
    .reduce(addTotals)
  expect({ ...highSideOf(total, shape), n: total.n }).toEqual(expected)
  expect(meanOf(total)!.lo).toBeCloseTo(mean.lo, 9)
  expect(meanOf(total)!.hi).toBeCloseTo(mean.hi, 9)
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
