import readXlsxFile from 'read-excel-file/node'
import { withoutTimes } from '../../../src/lists/withoutTimes'
import { writeList } from '../../../src/lists/writeList'

test('the same rows give the same workbook, whenever somebody asks, and it can be read', async () => {
  jest.useFakeTimers({ now: Date.parse('2026-12-10T09:00:00Z'), doNotFake: ['setImmediate', 'nextTick'] })
  const first = await writeList([
    ['vraag', 'aantal'],
    ['Hoe was het?', 12],
  ])
  jest.setSystemTime(Date.parse('2027-01-05T18:30:00Z'))
  const second = await writeList([
    ['vraag', 'aantal'],
    ['Hoe was het?', 12],
  ])
  jest.useRealTimers()
  expect(second.equals(first)).toBe(true)
  expect(JSON.stringify(await readXlsxFile(first))).toContain('Hoe was het?')
})

test('what is no workbook is not made one', () => {
  expect(() => withoutTimes(Buffer.from('PK'))).toThrow(RangeError)
  expect(() => withoutTimes(Buffer.alloc(40))).toThrow(RangeError)
})
