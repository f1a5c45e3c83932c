import { approvalFor, contentProblem, reasonToReject } from '../../../emulator/content'
import type { Content } from '../../../emulator/records'

const content = (body: string, variables: Record<string, string> = {}, type = 'twilio/text'): Content => ({
  sid: 'HX1',
  friendlyName: null,
  language: 'nl',
  variables,
  types: { [type]: { body } },
  createdAt: 0,
  updatedAt: 0,
  approval: null,
})

test.each([
  ['a good text', 'Dag {{1}}, tot donderdag om twee uur.', { 1: 'Amina' }, ''],
  ['no variables', 'Tot donderdag.', {}, ''],
  ['a variable first', '{{1}}, tot donderdag om twee uur.', { 1: 'Amina' }, /first or last/],
  ['a variable last, before a point', 'Tot donderdag om twee uur, {{1}}.', { 1: 'Amina' }, /first or last/],
  ['a gap in the numbers', 'Dag {{1}} en {{3}}, tot donderdag om twee uur.', { 1: 'a', 3: 'b' }, /gap/],
  ['no sample', 'Dag {{1}}, tot donderdag om twee uur.', {}, /sample/],
  ['two side by side', 'Dag {{1}} {{2}}, tot donderdag om twee uur.', { 1: 'a', 2: 'b' }, /side by side/],
  ['too few words', 'Dag {{1}} tot.', { 1: 'a' }, /few words/],
  ['eleven emoji', `Dag ${'🙂'.repeat(11)}`, {}, /emoji/],
])('a template with %s', (_, body, variables, reason) => {
  const given = reasonToReject(content(body, variables as Record<string, string>))
  if (typeof reason === 'string') expect(given).toBe(reason)
  else expect(given).toMatch(reason)
})

const button = (title: string, id = 'x') => ({ type: 'QUICK_REPLY', title, id })
const quick = (actions: unknown) => ({
  language: 'nl',
  types: { 'twilio/quick-reply': { body: 'Kom je?', actions } },
})
const picker = (fields: object) => ({
  language: 'nl',
  types: {
    'twilio/list-picker': { body: 'Kies', button: 'Kies', items: [{ item: 'a', id: 'a' }], ...fields },
  },
})

test.each<[string, Record<string, unknown>, RegExp | null]>([
  ['good', quick([button('Ja')]), null],
  ['without language', { types: { 'twilio/text': { body: 'x' } } }, /language/],
  ['without types', { language: 'nl', types: {} }, /types/],
  ['of an unknown type', { language: 'nl', types: { 'twilio/poem': { body: 'x' } } }, /poem/],
  ['without a body', { language: 'nl', types: { 'twilio/text': {} } }, /body/],
  ['with a button of 21 signs', quick([button('a'.repeat(21))]), /title/],
  ['with eleven buttons', quick(Array(11).fill(button('a'))), /1 to 10/],
  ['with a button without id', quick([button('Ja', '')]), /id/],
  ['with a list row of 25 signs', picker({ items: [{ item: 'a'.repeat(25), id: 'a' }] }), /24/],
  ['with eleven list rows', picker({ items: Array(11).fill({ item: 'a', id: 'a' }) }), /1 to 10/],
  [
    'with a description of 73 signs',
    picker({ items: [{ item: 'a', id: 'a', description: 'd'.repeat(73) }] }),
    /72/,
  ],
  [
    'with a body of 1025 signs',
    quick([]) && {
      language: 'nl',
      types: { 'twilio/quick-reply': { body: 'x'.repeat(1025), actions: [button('a')] } },
    },
    /1024/,
  ],
])('a content %s', (_, body, problem) => {
  if (problem) expect(contentProblem(body)).toMatch(problem)
  else expect(contentProblem(body)).toBeNull()
})

test.each([
  ['a name with capitals', { name: 'Rsvp', category: 'UTILITY' }, /name/],
  ['a category of its own', { name: 'rsvp', category: 'FUN' }, /category/],
])('approval is refused for %s', (_, body, problem) => {
  expect(approvalFor(content('Tot donderdag.'), body)).toMatch(problem)
})

test('a list cannot be approved', () => {
  const body = { name: 'rsvp', category: 'UTILITY' }
  expect(approvalFor(content('Kies', {}, 'twilio/list-picker'), body)).toMatch(/cannot be approved/)
})
