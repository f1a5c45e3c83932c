import { emailOf, passwordProblem } from '../../../src/domain/staff'

test.each([
  ['as it is kept', 'els@example.org', 'els@example.org'],
  ['capitals and spaces around it', ' Els@Example.ORG ', 'els@example.org'],
  ['no at sign', 'els.example.org', null],
  ['nothing before the at sign', '@example.org', null],
  ['no dot behind it', 'els@localhost', null],
  ['two at signs', 'els@home@example.org', null],
  ['a space inside', 'els v@example.org', null],
  ['longer than a key may be', `${'a'.repeat(200)}@example.org`, null],
])('e-mail with %s', (_, typed, kept) => {
  expect(emailOf(typed)).toBe(kept)
})

test.each([
  ['eleven letters', 'a'.repeat(11), 'too_short'],
  ['twelve letters', 'a'.repeat(12), null],
  ['eleven signs of two code units each', '🌊'.repeat(11), 'too_short'],
  ['a sentence', 'de brug over de Leie', null],
  ['two hundred letters', 'a'.repeat(200), null],
  ['one more', 'a'.repeat(201), 'too_long'],
])('a password of %s', (_, password, problem) => {
  expect(passwordProblem(password)).toBe(problem)
})
