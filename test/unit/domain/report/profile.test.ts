import { profileOf } from '../../../../src/domain/report/profile'

const reply = (contact: string, answers: Record<string, unknown>, at = 1) => ({ contact, answers, at })

test('each question has a base of its own, and no answer is no zero', () => {
  const [gender, age, diploma] = profileOf(
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
