import type { Dialog } from '../../../../src/domain/dialog/definition'
import { lengthOf, type OwnQuestion, withOwnQuestions } from '../../../../src/domain/dialog/ownQuestion'
import {
  type OwnDraft,
  ownQuestionMistakes,
  tidyOwnDraft,
} from '../../../../src/domain/dialog/ownQuestionMistakes'

const SURVEY = {
  id: 'survey',
  version: 1,
  ownQuestions: { most: 3, before: 'remark' },
  questions: [
    { id: 'start', answer: { type: 'choice', options: ['start', 'no'] }, optional: false },
    { id: 'overall', answer: { type: 'smiley' }, optional: true },
    { id: 'remark', answer: { type: 'text', maxLength: 100 }, optional: true },
  ],
} as unknown as Dialog

const own = (id: string, kind: OwnQuestion['kind'] = 'yes_no'): OwnQuestion => ({
  id,
  kind,
  ask: { nl: 'Was er genoeg te eten?' },
  options: [],
})

describe('a dialog with questions of an organiser', () => {
  test('asks them where its file says, each to be skipped', () => {
    const held = withOwnQuestions(SURVEY, [own('own_a'), own('own_b')])
    expect(held.questions.map(({ id }) => id)).toEqual(['start', 'overall', 'own_a', 'own_b', 'remark'])
    expect(held.questions[2]).toEqual({
      id: 'own_a',
      answer: { type: 'yes_no' },
      optional: true,
      own: own('own_a'),
    })
    expect(SURVEY.questions).toHaveLength(3)
  })

  test('has a choice of as many options as there are, and a scale of five', () => {
    const options = [{ nl: 'A' }, { nl: 'B' }, { nl: 'C' }]
    const held = withOwnQuestions(SURVEY, [{ ...own('own_c', 'choice'), options }, own('own_d', 'scale')])
    expect(held.questions.slice(2, 4).map(({ answer }) => answer)).toEqual([
      { type: 'choice', options: ['option_1', 'option_2', 'option_3'] },
      { type: 'scale', min: 1, max: 5 },
    ])
  })

  test('is as it was where a file has no place for them, and where there are none', () => {
    const closed = { ...SURVEY, ownQuestions: undefined }
    expect(withOwnQuestions(closed as unknown as Dialog, [own('own_a')])).toBe(closed)
    expect(withOwnQuestions(SURVEY, [])).toBe(SURVEY)
    expect(withOwnQuestions(null, [own('own_a')])).toBeNull()
  })

  test('says how long it takes', () => {
    expect(lengthOf(SURVEY)).toEqual({ questions: 2, minutes: 2 })
    const three = [own('own_a'), own('own_b'), own('own_c')]
    expect(lengthOf(withOwnQuestions(SURVEY, three))).toEqual({ questions: 5, minutes: 3 })
  })
})

describe('what an organiser writes', () => {
  const draft = (ask: Record<string, string>, labels: string[] = []): OwnDraft => ({
    kind: labels.length > 0 ? 'choice' : 'yes_no',
    ask,
    options: labels.map(nl => ({ nl })),
  })
  const why = (given: OwnDraft) =>
    ownQuestionMistakes(given, label => label === 'Stop').map(({ field, language, place, why }) =>
      [field, language, place, why].filter(part => part !== undefined).join(' '),
    )
  const GOOD = 'Was er genoeg te eten?'

  test.each<[string, OwnDraft, string[]]>([
    [
      'a plain question',
      draft({ nl: GOOD, fr: 'Y avait-il assez à manger ?', ar: 'هل كان الطعام كافيًا؟' }),
      [],
    ],
    ['three answers', draft({ nl: GOOD }, ['Ja', 'Bijna', 'Nee']), []],
    ['no Dutch', draft({ fr: 'Assez ?' }), ['ask nl missing']],
    ['two questions in one', draft({ nl: 'Was er eten? Was er koffie?' }), ['ask nl not_one_question']],
    ['no question', draft({ nl: 'Er was eten.' }), ['ask nl not_one_question']],
    ['a question in the middle', draft({ nl: 'Was er eten? Dank je.' }), ['ask nl not_one_question']],
    [
      'a sentence that nobody can read',
      draft({ nl: `Vond je ${'heel '.repeat(14)}lekker?` }),
      ['ask nl long_sentence', 'ask nl long_sentences'],
    ],
    ['two commas', draft({ nl: 'Was er soep, brood, thee?' }), ['ask nl commas']],
    ['a place for a value', draft({ nl: 'Ken je {{name}}?' }), ['ask nl has_a_place']],
    ['too long', draft({ nl: `${'Goed zo. '.repeat(25)}Ja?` }), ['ask nl too_long']],
    ['two answers', draft({ nl: GOOD }, ['Ja', 'Nee']), ['options too_few']],
    ['six answers', draft({ nl: GOOD }, ['A', 'B', 'C', 'D', 'E', 'F']), ['options too_many']],
    ['answers alike', draft({ nl: GOOD }, ['Ja', 'Nee', 'ja ']), ['option nl 2 looks_like_another']],
    ['an answer that ends it all', draft({ nl: GOOD }, ['Ja', 'Nee', 'Stop']), ['option nl 2 means_stop']],
    [
      'a label that no button holds',
      draft({ nl: GOOD }, ['Ja', 'Nee', 'Dat weet ik nu nog niet zeker']),
      ['option nl 2 too_long'],
    ],
    [
      'answers in a language without the question',
      { kind: 'choice', ask: { nl: GOOD }, options: [{ nl: 'A', fr: 'A' }, { nl: 'B' }, { nl: 'C' }] },
      ['ask fr missing', 'option fr 1 missing', 'option fr 2 missing'],
    ],
  ])('%s', (_, given, expected) => {
    expect(why(given)).toEqual(expected)
  })

  test('blanks, invisible marks, empty fields and unknown languages fall away', () => {
    const typed: OwnDraft = {
      kind: 'choice',
      ask: { nl: '  Was er\n genoeg te eten? \u200f', fr: ' ', xx: 'Hm?' },
      options: [{ nl: 'Ja ' }, { nl: '' }, {}],
    }
    expect(tidyOwnDraft(typed, ['nl', 'fr'])).toEqual({
      kind: 'choice',
      ask: { nl: GOOD },
      options: [{ nl: 'Ja' }],
    })
    expect(tidyOwnDraft({ ...typed, kind: 'smiley' }, ['nl']).options).toEqual([])
  })
})
