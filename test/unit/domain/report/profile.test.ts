import { largest } from '../../../../src/domain/report/distribution'
import { originOf } from '../../../../src/domain/report/origin'
import { profileOf } from '../../../../src/domain/report/profile'

const reply = (contact: string, answers: Record<string, unknown>, at = 1) => ({ contact, answers, at })

test('each question has a base of its own, and no answer is no zero', () => {
  const [gender, age, , diploma] = profileOf(
    [
      reply('a', { gender: 'woman', birth_year: 1987, diploma: 'unknown' }),
      reply('b', { gender: 'no_answer', birth_year: 2002 }),
      reply('c', { gender: 'man', birth_year: 1986, diploma: 'higher' }),
    ],
    2026,
  )
  expect(gender).toMatchObject({ known: 2 })
  expect(gender!.rows).toEqual([
    { name: 'woman', count: 1 },
    { name: 'man', count: 1 },
    { name: 'other', count: 0 },
  ])
  expect(age!.rows.map(({ count }) => count)).toEqual([1, 1, 1, 0])
  expect(diploma).toMatchObject({ known: 1 })
})

test('somebody with two intakes is one person, as they said last', () => {
  const [gender] = profileOf([reply('a', { gender: 'man' }, 2), reply('a', { gender: 'woman' }, 1)], 2026)
  expect(gender).toMatchObject({ known: 1, rows: [{ count: 0 }, { name: 'man', count: 1 }, { count: 0 }] })
})

test.each([
  ['Syrië', 'SY'],
  ['Ik kom uit syrie.', 'SY'],
  ['من سورية', 'SY'],
  ['Guinée-Bissau', 'GW'],
  ['Guinée', 'GN'],
  ['Congo (Kinshasa)', 'CD'],
  ['Myanmar', 'MM'],
  ['Україна', 'UA'],
  ['Congo', 'no_country'],
  ['Ethiopië, daarna Soedan', 'no_country'],
  ['Tibet', 'no_country'],
  ['Refugee', 'no_country'],
])('who comes from "%s" comes from %s', (text, country) => {
  expect(originOf(text)).toBe(country)
})

test('origin is counted by country, the largest first, and what names none stands apart', () => {
  const said = ['Irak', 'Syria', 'iraq', 'Tibet', 'Syrie', 'Syrië']
  const origin = profileOf(
    said.map((text, index) => reply(String(index), { origin: text })),
    2026,
  ).find(({ question }) => question === 'origin')
  expect(origin).toEqual({
    question: 'origin',
    known: 6,
    rows: [
      { name: 'SY', count: 3 },
      { name: 'IQ', count: 2 },
      { name: 'no_country', count: 1 },
    ],
  })
})

test('of many rows the largest stand, and the rest together with what was joined', () => {
  const shares = {
    base: 30,
    rows: [row('a', 5), row('b', 9), row('c', 6)],
    other: { ...row('', 10), names: ['d'] },
  }
  expect(largest(shares, 2)).toEqual({
    base: 30,
    rows: [row('b', 9), row('c', 6)],
    other: { names: ['a', 'd'], count: 15, percent: 50 },
  })
  expect(largest(shares, 3)).toBe(shares)
})
const row = (name: string, count: number) => ({ name, count, percent: 0 })
