import { placesOf, templateProblems } from '../../../../src/channels/twilio/templateRules'

const GOOD = 'Dag {{1}}, kan je donderdag naar het jobcafé komen?'
const button = (label: string) => ({ label })

describe('what WhatsApp refuses in a template', () => {
  it.each([
    ['a good one', GOOD, ['Amina'], []],
    ['none to fill in', 'Tot donderdag!', [], []],
    ['a place twice', 'Dag {{1}}, ben jij {{1}} uit de Brugse straat?', ['Amina'], []],
    ['two places in another order', 'Kom je naar {{2}}, beste {{1}}, deze week of niet?', ['a', 'b'], []],
    ['a place with a name', 'Dag {{name}}, kan je donderdag komen?', ['Amina'], ['variable_not_a_number']],
    ['a gap', 'Dag {{1}}, kan je op {{3}} naar ons huis komen?', ['a', 'b'], ['variables_not_in_sequence']],
    ['zero', 'Dag {{0}}, kan je donderdag komen?', ['a'], ['variables_not_in_sequence']],
    ['a place at the start', '{{1}}, kan je donderdag komen?', ['a'], ['variable_at_start']],
    [
      'a place after a mark of direction',
      '\u2068{{1}}\u2069, kan je donderdag komen?',
      ['a'],
      ['variable_at_start'],
    ],
    ['a place at the end', 'Kan je donderdag komen, {{1}}', ['a'], ['variable_at_end']],
    ['a place before a full stop', 'Kan je donderdag komen, {{1}}!', ['a'], ['variable_at_end']],
    ['places side by side', 'Kan je op {{1}} {{2}} naar het huis komen?', ['a', 'b'], ['variables_adjacent']],
    ['few words', 'Op {{1}} om {{2}} graag', ['a', 'b'], ['too_few_words']],
    ['ten emoji', `Dag ${'🙂'.repeat(10)}`, [], []],
    ['eleven emoji', `Dag ${'🙂'.repeat(11)}`, [], ['too_many_emoji']],
    ['1,024 characters', 'x'.repeat(1024), [], []],
    ['1,025 characters', 'x'.repeat(1025), [], ['too_long']],
    ['1,025 characters once it is filled in', GOOD, ['x'.repeat(1025 - GOOD.length + 5)], ['too_long']],
    ['a value too few', GOOD, [], ['values_do_not_fit']],
    ['a value too many', GOOD, ['a', 'b'], ['values_do_not_fit']],
    ['an empty value', GOOD, ['  '], ['value_empty']],
    ['a value with a line break', GOOD, ['a\nb'], ['value_with_line_break']],
    ['a value with a tab', GOOD, ['a\tb'], ['value_with_line_break']],
    ['a value with four blanks', GOOD, ['a    b'], []],
    ['a value with five blanks', GOOD, ['a     b'], ['value_with_blanks']],
    ['a value of 1,601 characters', GOOD, ['x'.repeat(1601)], ['value_too_long', 'too_long']],
  ])('%s', (_, pattern, values, problems) => {
    expect(templateProblems({ pattern }, values).sort()).toEqual([...problems].sort())
  })

  it('counts places, and finds more than a hundred', () => {
    const pattern = `Begin ${Array.from({ length: 101 }, (_, n) => `{{${n + 1}}} een twee drie`).join(' ')}`
    expect(placesOf(pattern)).toBe(101)
    expect(templateProblems({ pattern }, Array(101).fill('x'))).toContain('too_many_variables')
  })

  it.each([
    ['twenty characters', [button('x'.repeat(20))], []],
    ['twenty emoji', [button('🙂'.repeat(20))], []],
    ['twenty-one characters', [button('x'.repeat(21))], ['button_too_long']],
    ['ten of them', Array(10).fill(button('x')), []],
    ['eleven of them', Array(11).fill(button('x')), ['too_many_buttons']],
  ])('buttons: %s', (_, choices, problems) => {
    expect(templateProblems({ pattern: 'Kom je?', choices }, [])).toEqual(problems)
  })

  it('tells everything at once', () => {
    expect(templateProblems({ pattern: '{{1}}{{3}}' }, ['', 'b\n']).length).toBeGreaterThanOrEqual(6)
  })
})
