import { readList } from '../../../src/lists/readList'
import { writeCsv } from '../../../src/lists/writeCsv'
import { writeList } from '../../../src/lists/writeList'

const ROWS = [
  ['Vraag', 'Van'],
  ['Hoe was het; goed?', 12],
  ['Aandeel', 41.4],
  ['=2+5+cmd|calc', -3],
  ['+32', 0],
  ['  @sum', 1],
] as const

test('a Belgian Excel opens it by itself: a mark, semicolons, decimal commas', () => {
  const text = writeCsv(ROWS).toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text).toContain('"Hoe was het; goed?";12\r\n')
  expect(text).toContain('Aandeel;41,4\r\n')
})

test('a text that looks like a formula stays a text, a negative number stays a number', () => {
  const text = writeCsv(ROWS).toString('utf8')
  expect(text).toContain("'=2+5+cmd|calc;-3\r\n")
  expect(text).toContain("'+32;0\r\n")
  expect(text).toContain("'  @sum;1\r\n")
})

test('a workbook has the same, with nothing that is computed in it', async () => {
  const file = await writeList(ROWS, 'Rapport')
  const list = await readList(file)
  expect(list).toMatchObject({ ok: true })
  expect(list.ok && list.rows.slice(0, 4)).toEqual([
    ['Vraag', 'Van'],
    ['Hoe was het; goed?', '12'],
    ['Aandeel', expect.stringMatching(/^41[.,]4$/)],
    ['=2+5+cmd|calc', '-3'],
  ])
  expect(file.includes('<f>')).toBe(false)
})
