import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { mergeClasses, sealsNow } from '../../../../src/domain/anonymity/blocks'
import { type Printed, printAtom } from '../../../../src/domain/anonymity/printAtom'
import { range } from '../../../../src/domain/anonymity/ranges'
import { SMILEY, sum } from '../../../../src/domain/anonymity/shape'
import { addTotals, highSideOf, meanOf, totalOf } from '../../../../src/domain/anonymity/totals'

const policy = { k: 5, s: 5 }
const tally = fc.array(fc.nat(30), { minLength: 5, maxLength: 5 })

const totalOfBlock = (printed: Printed) => totalOf({ printed, people: 60, s: policy.s }, SMILEY)
const totalOfAll = (all: Printed[]) => all.map(totalOfBlock).reduce((a, b) => addTotals(a, b))

test('what may be concluded about any set of answers contains the truth', () => {
  fc.assert(
    fc.property(tally, fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), (counts, answers) => {
      const { lo, hi } = range(printAtom(counts, SMILEY, policy), answers, SMILEY, policy.s)
      const truth = sum(counts) < policy.k ? 0 : sum(answers.map(answer => counts[answer]!))
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
  const { atoms, range: expected, meanBounds: mean } = release.totals
  const total = totalOfAll(atoms)
  expect({ ...highSideOf(total, SMILEY), n: total.n }).toEqual(expected)
  expect({ ...meanOf(total), n: total.n }).toEqual(mean)
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
