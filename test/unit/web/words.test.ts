import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import { AUDIENCES } from '../../../src/domain/contact'
import { FAILURE_KINDS } from '../../../src/domain/delivery/failure'
import { STAGES } from '../../../src/domain/report/stage'
import { AUDITED } from '../../../src/domain/staff'
import { callId, momentsOf } from '../../../src/domain/timeline/moments'
import { planSteps } from '../../../src/domain/timeline/planSteps'
import type { Reason } from '../../../src/domain/timeline/reasons'
import { ERRORS } from '../../../src/errors'
import { reasonWords } from '../../../src/web/pages/campaign/StageTag'
import { taskReason } from '../../../src/web/pages/campaign/TaskGroup'
import { whyThen } from '../../../src/web/pages/campaign/whyThen'
import { OWN_WORDS } from '../../../src/web/pages/error/ErrorPage'
import { sentence } from '../../../src/web/pages/settings/LogPage'
import { chooseLanguage, STAFF_LANGUAGES, wordsFor } from '../../../src/web/words'

const ROOT = path.join(__dirname, '../../..')
const { content } = loadContent(ROOT)
const timeline = content.timeline('networking-event')!
const inEach = STAFF_LANGUAGES.map(language => wordsFor(content.texts, language, 'Europe/Brussels'))
const nl = inEach[0]!

const sources = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const full = path.join(folder, name)
    return statSync(full).isDirectory() ? sources(full) : [readFileSync(full, 'utf8')]
  })
const code = ['domain', 'use-cases', 'store', 'bot'].flatMap(room => sources(path.join(ROOT, 'src', room)))
const found = (pattern: RegExp) => [
  ...new Set(code.flatMap(source => [...source.matchAll(pattern)].map(([, word]) => word ?? ''))),
]

/** Keys that have no words of their own in one of the languages. */
const wordless = (keys: readonly string[]) =>
  inEach.flatMap(words =>
    keys.filter(key => words.say(key) === `web:${key}`).map(key => `${words.language} ${key}`),
  )

test('every step of each timeline has a name, also what follows on silence and on a move', () => {
  const ids = content.timelines.flatMap(each => {
    const news = each.steps.filter(step => step.when).flatMap(({ id }) => [id, callId(id)])
    return [...momentsOf(each).map(({ id }) => id), ...news]
  })
  expect(ids.length).toBeGreaterThan(50)
  expect(wordless([...ids, 'opt_in'].map(id => `step.${id}`))).toEqual([])
})

test('every instrument has a name', () => {
  const instruments = content.dialogs.flatMap(({ instrument }) => instrument ?? [])
  expect(instruments).toContain('E-01')
  expect(wordless(instruments.map(instrument => `instrument.${instrument}`))).toEqual([])
})

test('every reason why a message did not leave or arrive has words', () => {
  const tasks = [
    ...found(/do: 'task',[^}]*reason: '(\w+)'/g),
    ...found(/kind: '(?:look|handover|call)',\s*reason: '(\w+)'/g),
  ]
  const reasons = [
    ...found(/reason: '([a-z_]+)'/g),
    ...found(/wait\(about, .*, '([a-z_]+)'\)/g),
    ...found(/cancelRowsOf\([^,]+, '([a-z_]+)'/g),
    ...['stopped', 'no_consent', 'asked_before'],
    ...FAILURE_KINDS,
  ].filter(reason => !tasks.includes(reason))
  expect(reasons).toEqual(
    expect.arrayContaining(['too_late', 'not_wanted', 'weekly_limit', 'outcome_unknown']),
  )
  expect(wordless(reasons.map(reason => `reason.${reason}`))).toEqual([])
})

test('a reason from elsewhere is said without its code', () => {
  expect(inEach.map(words => reasonWords(words, 'brand_new'))).toEqual([
    'andere reden',
    'autre raison',
    'other reason',
  ])
})

test('every reason for a task has words', () => {
  const reasons = [
    ...found(/do: 'task',[^}]*reason: '(\w+)'/g),
    ...found(/const reason = [^\n]*'(silent)'/g),
    ...found(/const reason = [^\n]*: '(by_plan)'/g),
    ...timeline.steps.filter(step => step.when).map(({ id }) => id),
  ]
  expect(reasons).toEqual(
    expect.arrayContaining([
      'dialog_missing',
      'turn_failed',
      'asked_for_call',
      'silent',
      'by_plan',
      'event_moved',
    ]),
  )
  expect(wordless([...reasons, 'asked_for_person'].map(reason => `task_reason.${reason}`))).toEqual([])
  expect(taskReason('misconfigured:20003', nl)).toBe('fout in onze instellingen')
  expect(taskReason('brand_new', nl)).toBe('Kijk na wat er is.')
})

test('stages, audiences, kinds of task, and errors that a reader can do something about have words', () => {
  const kinds = ['call', 'letter', 'talk', 'handover', 'look'].map(kind => `task.${kind}`)
  const known = [
    ...STAGES.map(stage => `stage.${stage}`),
    ...AUDIENCES.map(audience => `audience.${audience}`),
    ...kinds,
    ...OWN_WORDS.map(error => `error.${error}`),
  ]
  expect(wordless(known)).toEqual([])
  const forReaders = Object.entries(ERRORS).filter(([, { ourFault }]) => !ourFault)
  expect(OWN_WORDS.length).toBeLessThan(Object.keys(ERRORS).length)
  expect(forReaders.map(([code]) => code)).toEqual(
    expect.arrayContaining(['CAMPAIGN_CHANGED', 'EVENT_IN_PAST']),
  )
})

test('staff reads no rule ids and no English on a Dutch or French page', () => {
  const event = { start: '2026-12-08T14:00', end: '2026-12-08T17:00', zone: 'Europe/Brussels' }
  const joinedAt = Date.parse('2026-12-01T09:00:00Z')
  for (const options of [{}, { joinedAt }, { evening: true }]) {
    const steps = planSteps(timeline, event, { holidays: true, evening: false, ...options })
    for (const words of inEach)
      for (const { reasons } of steps) {
        const said = whyThen(reasons, words)
        expect(said).not.toMatch(/G\d|web:|undefined|\{\{/)
        if (words.language !== 'en') expect(said).not.toMatch(/start|before|after|Sunday|late\b/i)
      }
  }
})

test.each<[Reason[], string, string]>([
  [
    [{ why: 'offset', offset: { months: -1 }, from: 'start' }],
    '1 maand voor het begin.',
    '1 mois avant le début.',
  ],
  [[{ why: 'offset', offset: { days: 2 }, from: 'end' }], '2 dagen na het einde.', '2 jours après la fin.'],
  [[{ why: 'offset', offset: {}, from: 'start' }], 'Op de dag zelf.', 'Le jour même.'],
  [
    [{ why: 'day_off', off: 7, to: 6, before: true }],
    'Dat is een zondag. Daarom de zaterdag ervoor.',
    'C’est un dimanche. Donc le samedi d’avant.',
  ],
  [
    [{ why: 'day_off', off: 'public_holiday', to: 1, before: false }],
    'Dat is een feestdag. Daarom de maandag erna.',
    'C’est un jour férié. Donc le lundi d’après.',
  ],
  [
    [{ why: 'silence', days: 4, after: 'invitation' }, { why: 'earlier' }],
    'Wie 4 dagen niets liet weten na: Uitnodiging. Vroeger, zodat het voor het begin is.',
    'Sans réponse 4 jours après : Invitation. Plus tôt, pour que ce soit avant le début.',
  ],
  [[{ why: 'event_over' }], 'Dan is het al voorbij.', 'À ce moment, c’est déjà fini.'],
  [[{ why: 'has_left' }], '', ''],
])('why then: %j', (reasons, dutch, french) => {
  const [inDutch, inFrench] = inEach.map(words => whyThen(reasons, words).replaceAll('\u202f', ' '))
  expect([inDutch, inFrench]).toEqual([dutch, french])
})

test('dates as people here read them', () => {
  const moment = Date.parse('2026-12-10T13:00:00Z')
  expect(inEach.map(words => words.moment(moment))).toEqual([
    'do 10 dec, 14:00',
    'jeu. 10 déc., 14:00',
    'Thu 10 Dec, 14:00',
  ])
  expect(inEach.map(words => words.longDay(moment))).toEqual([
    'donderdag 10 december 2026',
    'jeudi 10 décembre 2026',
    'Thursday 10 December 2026',
  ])
})

test('a sentence that ends with an abbreviation has one dot', () => {
  const day = inEach[1]!.day(Date.parse('2026-12-07T09:00:00Z'))
  expect(inEach[1]!.say('tasks.next', { day })).toMatch(/ 7 déc\.$/)
})

test('every group of people has a name, in lists of many and on the page of one', () => {
  const keys = ['audience', 'contacts:audience', 'import:audience']
  const missing = inEach.flatMap(words =>
    keys.flatMap(key => AUDIENCES.map(one => words.say(`${key}.${one}`)).filter(said => said.includes(':'))),
  )
  expect(missing).toEqual([])
})

test.each<[string, unknown, string | undefined, string | undefined, string]>([
  ['the address says so', 'fr', 'en', 'nl', 'fr'],
  ['it was chosen before', undefined, 'en', 'nl', 'en'],
  ['the browser asks for it', undefined, undefined, 'de-DE,de;q=0.9,fr-BE;q=0.8', 'fr'],
  ['nothing we have', 'tlh', 'xx', 'zh', 'nl'],
  ['twice at once', ['fr', 'en'], undefined, undefined, 'nl'],
])('the language: %s', (_, asked, before, accepted, language) => {
  expect(chooseLanguage(asked, before, accepted)).toBe(language)
})

test('everything that staff does is a sentence in the log', () => {
  const about = 'timelines/networking-event:reminder'
  const keys = inEach.flatMap(words =>
    AUDITED.map(what =>
      sentence({ entry: { _id: 'x', what, at: 1, count: 2, about, language: 'ar' }, by: 'Els' }, words),
    ),
  )
  expect(keys.filter(said => /log\.|\{\{/.test(said))).toEqual([])
})
