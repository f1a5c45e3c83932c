import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import { BUILDING_BLOCKS } from '../../../src/domain/dialog/definition'
import { momentsOf } from '../../../src/domain/timeline/moments'

const HOME = join(__dirname, '../../..')
const LANGUAGES = ['nl', 'en', 'fr', 'ar']
const read = (tag: string, file: string) => JSON.parse(readFileSync(join(HOME, 'locales', tag, file), 'utf8'))
const { content } = loadContent(HOME)

const BEFORE = ['without_name', 'together', 'that_not_what', 'free_choice']

const anonymous = content.dialogs.filter(({ privacy }) => privacy === 'anonymous')
const steps = content.timelines.flatMap(timeline =>
  momentsOf(timeline)
    .filter(({ does, dialog }) => does === 'dialog' && anonymous.some(({ id }) => id === dialog))
    .map(({ id }) => [timeline.id, id] as const),
)

/** Where an anonymous talk begins: nobody may answer before having read what we promise. */
const openings: [string, (tag: string) => string][] = [
  ...anonymous.map(({ id, questions }): (typeof openings)[number] => [
    id,
    tag => read(tag, `dialogs/${id}.json`)[questions[0]!.id].ask,
  ]),
  ...steps.map(([timeline, step]): (typeof openings)[number] => [
    `${timeline}: ${step}`,
    tag => read(tag, `timelines/${timeline}.json`)[step],
  ]),
]
/** Where people write words of their own, and none of their names. */
const ownWords = anonymous.flatMap(({ id, questions }) =>
  questions.filter(({ answer }) => answer.type === 'text').map(question => [id, question.id] as const),
)

it('there are such talks, steps that open them, and repeats', () => {
  expect(anonymous.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['participant-survey', 'smiley-evaluation']),
  )
  expect(steps).toEqual(expect.arrayContaining([['networking-event', 'evaluation_repeat']]))
  expect(ownWords).toContainEqual(['participant-survey', 'remark'])
})

describe.each(LANGUAGES)('what an anonymous talk promises in %s', tag => {
  const promises: Record<string, string> = read(tag, 'privacy.json')

  it.each(openings)('%s begins with all four promises, word for word', (_, textOf) => {
    for (const name of BEFORE) expect(textOf(tag)).toContain(promises[name])
  })

  it('warns before own words, and says at the end that nothing can be found again', () => {
    for (const [dialog, question] of ownWords)
      expect(read(tag, `dialogs/${dialog}.json`)[question].ask).toContain(promises.before_text)
    for (const { id } of anonymous) expect(read(tag, `dialogs/${id}.json`).done).toContain(promises.end)
  })

  it('says what becomes of a voice before anybody speaks', () => {
    expect(read(tag, 'answers.json').may_speak).toContain(promises.before_voice)
  })

  it('says the same at the door, on the tablet', () => {
    expect(read(tag, 'kiosk.json').nobody).toBe(promises.kiosk)
  })

  it('says as many questions as there are', () => {
    const count = (dialog: string) => content.dialog(dialog)!.questions.length - 1
    expect(read(tag, 'dialogs/intake.json').agree.ask).toContain(String(count('intake')))
    for (const dialog of ['reflection', 'coaching-talk', 'module-insight'])
      expect(read(tag, `dialogs/${dialog}.json`).start.ask).toContain(String(count(dialog)))
    const { team_evaluation, partner_evaluation, ...steps } = read(tag, 'timelines/networking-event.json')
    expect(team_evaluation).toContain(String(count('team-evaluation') + 1))
    expect(partner_evaluation).toContain(String(count('partner-evaluation') + 1))
    expect(steps.event_figures).toContain(tag === 'en' ? 'Three' : '3')
    expect(read(tag, 'timelines/practice-interviews.json').volunteer_feedback).toContain(
      String(count('volunteer-feedback') + 1),
    )
  })
})

it('reports over many events can say each question without a name: no value of one event or person is in it', () => {
  const asked = anonymous.flatMap(({ id, questions }) =>
    questions.filter(({ endWhen }) => !endWhen).map(question => [id, question.id] as const),
  )
  for (const tag of LANGUAGES)
    expect(
      asked.filter(([dialog, question]) => /\{\{.*$/.test(read(tag, `dialogs/${dialog}.json`)[question].ask)),
    ).toEqual([])
})

it('asks the same things of team and partners by the same names, so that they add up per building block', () => {
  const blocks = (dialog: string) =>
    new Map(content.dialog(dialog)!.questions.map(({ id, block }) => [id, block]))
  const [team, partner] = [blocks('team-evaluation'), blocks('partner-evaluation')]
  expect([...partner].filter(([id, block]) => team.get(id) !== block)).toEqual([])
  expect(new Set(team.values())).toEqual(new Set([...BUILDING_BLOCKS, undefined]))
})

it('the survey asks its seven topics and no more', () => {
  expect(content.dialog('participant-survey')!.questions).toHaveLength(8)
})

it('the intake has at most 20 questions, consent first, and each other one may be skipped', () => {
  const [consent, ...rest] = content.dialog('intake')!.questions
  expect(rest.length).toBeLessThan(20)
  expect(consent!.effect).toBe('consent:C2')
  expect(rest.filter(({ optional }) => !optional)).toEqual([])
})
