import type { AnswerSpec, AnswerValue } from '../../../../../src/domain/dialog/definition'
import { understand } from '../../../../../src/domain/dialog/understand'
import { anAnswerContext, typed } from '../../../../support/understood'

const outOfFive: AnswerSpec = { type: 'scale', min: 1, max: 5 }

const marks: Record<string, AnswerValue> = {
  '4': 4,
  '٤': 4,
  '5️⃣': 5,
  '4!': 4,
  '4,0': 4,
  vier: 4,
  '4/5': 4,
  '٤/٥': 4,
  '4 / 5': 4,
  '4 op 5': 4,
  'vier op vijf': 4,
  '4 van de 5': 4,
  '4 out of 5': 4,
  '4 sur 5': 4,
  '٤ من ٥': 4,
  'ik geef een 4': 4,
  '3 sterren': 3,
  '⭐️⭐️': 2,
  '★★★☆☆': 3,
  '🌟🌟🌟': 3,
  '😡': 1,
  '🙁': 2,
  '😐': 3,
  '🙂': 4,
  '😀😀': 5,
  '5 😀': 5,
  '4 😀': '(face_unclear)',
  '😀😡': '(face_unclear)',
  '😊': '(face_unclear)',
  '☆☆☆': '(face_unclear)',
  'niet goed 😀': '(face_unclear)',
  '⭐⭐⭐⭐⭐⭐': '(out_of_range)',
  '0': '(out_of_range)',
  '6': '(out_of_range)',
  '-4': '(out_of_range)',
  '7/10': '(more_than_one)',
  '10/10': '(more_than_one)',
  '4 op 10': '(more_than_one)',
  '4 of 5': '(more_than_one)',
  '3-4': '(more_than_one)',
  '4.5': '(not_a_number)',
  '👍': '(not_a_number)',
  '❤️': '(not_a_number)',
}

test.each(Object.entries(marks))('on a scale of five “%s” is %s', (text, expected) => {
  expect(typed(text, outOfFive)).toBe(expected)
})

test('on a scale of ten the highest mark is ten, and faces are no marks', () => {
  const spec: AnswerSpec = { type: 'scale', min: 1, max: 10 }
  expect(['7/10', '7 op 10', '7 op 5', '😀'].map(text => typed(text, spec))).toEqual([
    7,
    7,
    '(more_than_one)',
    '(not_a_number)',
  ])
})

test('a face we did not show is asked about, with what it may mean', () => {
  expect(understand({ text: '😊' }, { type: 'smiley' }, anAnswerContext())).toEqual({
    ok: false,
    problem: 'face_unclear',
    values: { n: 4 },
  })
})

test('a smiley is a face, its number, its button or its label', () => {
  const context = anAnswerContext({ labels: { '1': '😡 Heel slecht', '5': '😀 Heel goed' } })
  const replies = [
    { text: '😐' },
    { text: '2' },
    { text: '…', payload: '5' },
    { text: '😡 heel slecht' },
    { text: 'mooi' },
  ]
  expect(replies.map(reply => understand(reply, { type: 'smiley' }, context))).toEqual([
    { ok: true, value: 3 },
    { ok: true, value: 2 },
    { ok: true, value: 5 },
    { ok: true, value: 1 },
    { ok: false, problem: 'not_understood' },
  ])
})
