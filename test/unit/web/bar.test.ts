import fc from 'fast-check'
import { widthsOf } from '../../../src/web/charts/widths'

test('widths are whole, fill the bar, keep the order of size, and nobody disappears', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 6 }), counts => {
      const widths = widthsOf(counts, 230)
      expect(widths.reduce((sum, one) => sum + one, 0)).toBe(230)
      expect(widths.every(one => Number.isInteger(one) && one >= 6)).toBe(true)
      const bySize = counts.map((count, index) => ({ count, width: widths[index] ?? 0 }))
      for (const a of bySize)
        for (const b of bySize) if (a.count > b.count) expect(a.width).toBeGreaterThanOrEqual(b.width)
    }),
  )
})

test.each([
  [
    [1, 1],
    [115, 115],
  ],
  [
    [1, 99],
    [8, 222],
  ],
])('%j', (counts, widths) => expect(widthsOf(counts, 230)).toEqual(widths))
