import { findable, isFound } from '../../../../src/domain/day/guests'

test.each([
  ['ami', true],
  ['b ami', true],
  ['56', true],
  ['k7m9p2', true],
  ['K7M 9P2', true],
  ['9P2', true],
  ['M9P', false],
  ['K7M 9P3', false],
  ['', true],
])('at the door %p finds Amina B.: %p', (typed, found) => {
  expect(isFound(findable('Amina B.', '+32470123456', 'K7M9P2'), typed)).toBe(found)
})
