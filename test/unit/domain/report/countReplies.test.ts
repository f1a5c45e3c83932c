import path from 'node:path'
import { loadContent } from '../../../../src/content/loadContent'
import { countReplies, inHeaps } from '../../../../src/domain/report/countReplies'

const dialog = loadContent(path.join(__dirname, '../../../..')).content.dialog('partner-follow-up')!
const replies = (...groups: [number, Record<string, string>][]) =>
  groups.flatMap(([count, answers]) => Array.from({ length: count }, () => ({ answers })))
const of = (question: string, found: ReturnType<typeof countReplies>) =>
  found.find(one => one.question === question)

test('who knows everybody by name sees every count', () => {
  const found = countReplies(dialog, replies([9, { started: 'yes' }], [1, { started: 'no' }]), 1)
  expect(of('started', found)?.shares?.rows.map(({ count }) => count)).toEqual([9, 0, 1])
})

test('in groups: rows of few are joined, and a question of few is not there', () => {
  const found = countReplies(
    dialog,
    replies([8, { started: 'yes' }], [3, { started: 'soon' }], [3, { started: 'no', potential: 'no' }]),
    5,
  )
  expect(of('started', found)).toMatchObject({
    n: 14,
    shares: { rows: [{ name: 'yes', count: 8 }], other: { count: 6 } },
  })
  expect(of('potential', found)).toMatchObject({ n: 0, shares: null })
})

test('who was asked on tells nothing of the few who were not', () => {
  const late = { started: 'yes', on_time: 'no' }
  const asked = (others: number) =>
    of('on_time', countReplies(dialog, replies([9, late], [others, { started: 'no' }]), 5))
  expect([0, 1, 4].map(others => asked(others)?.n)).toEqual([0, 0, 0])
  expect(asked(5)).toMatchObject({ n: 9 })
})

test('one more reply changes nothing until there are k more, and what is not ended does not count', () => {
  const reply = (at: number, complete = true) => ({ at, complete })
  const seen: number[][] = []
  const came: { at: number; complete: boolean }[] = []
  for (let at = 1; at <= 12; at++) {
    came.unshift(reply(at, at !== 3))
    seen.push(inHeaps(came, 5).map(one => one.at))
  }
  expect(new Set(seen.map(String))).toEqual(new Set(['', '1,2,4,5,6', '1,2,4,5,6,7,8,9,10,11']))
})
