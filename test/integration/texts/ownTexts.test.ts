import path from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import { askApproval } from '../../../src/use-cases/askApproval'
import { readOwnWords } from '../../../src/use-cases/renderMessage'
import { saveOwnText, type WrittenText } from '../../../src/use-cases/saveOwnText'
import { fakeClock } from '../../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'

const { content } = loadContent(path.join(__dirname, '../../..'))
const clock = fakeClock('2026-11-03T09:00:00Z')
const CAMPAIGN = 'jobcafe'
const REMINDER = 'timelines/networking-event:reminder'
const THANKS = 'timelines/networking-event:thank_you'
const WORDS = `Dag {{name}}. Er is taart.
Wanneer: {{day}} om {{start}} in {{place}}.
Breng mee: {{bring}}.
Vragen: {{phone}}. Kom je niet, zeg dan NEE.`

let store: TestDocuments
let made = 0
beforeEach(async () => {
  store = await openTestDocuments()
})
afterEach(() => store.dispose())

const write = (over: Partial<WrittenText> = {}) =>
  saveOwnText(
    { documents: store.documents, content, clock, newId: () => `line-${++made}` },
    {
      organisation: 'demo',
      campaign: CAMPAIGN,
      key: REMINDER,
      language: 'nl',
      text: WORDS,
      rev: 0,
      by: 'els',
      ...over,
    },
  )
const own = (campaign?: string) => readOwnWords(store, { organisation: 'demo', campaign })

test('what is saved twice is there once; who did not see the newest words is told', async () => {
  const first = await write()
  expect(first).toMatchObject({ ok: true, saved: { rev: 1, text: WORDS, by: 'els' } })
  expect(await write()).toEqual(first)
  const karim = await write({ text: WORDS.replace('taart', 'koffie'), rev: 1, by: 'karim' })
  expect(karim).toMatchObject({ ok: true, saved: { rev: 2, before: WORDS, by: 'karim' } })
  const log = await store.documents.collection('auditLog').list({})
  const entry = { what: 'wording_changed', organisation: 'demo', about: REMINDER, language: 'nl' }
  expect(log).toMatchObject([
    { ...entry, by: 'els' },
    { ...entry, by: 'karim' },
  ])
  expect(JSON.stringify(log)).not.toMatch(/taart|koffie/)
  const late = await write({ text: WORDS.replace('taart', 'soep'), rev: 1 })
  expect(late).toMatchObject({ ok: false, newer: { rev: 2, by: 'karim' } })
  expect((await own(CAMPAIGN))(REMINDER, 'nl')).toContain('koffie')
})

test('two at once: one is kept, the other is told', async () => {
  const both = await Promise.all([
    write({ text: WORDS.replace('taart', 'soep') }),
    write({ text: WORDS.replace('taart', 'koffie') }),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a rule that is broken keeps everything as it was, and is named', async () => {
  const spoilt = await write({ text: 'Dag {{naam}}. Kom je? Ja?' })
  expect(spoilt.ok).toBe(false)
  expect('problems' in spoilt && spoilt.problems.map(({ problem }) => problem)).toEqual(
    expect.arrayContaining(['missing_fact', 'unknown_value', 'many_questions']),
  )
  expect((await own(CAMPAIGN))(REMINDER, 'nl')).toBeUndefined()
})

test.each([
  ['buttons', 'dialogs/rsvp:coming.yes'],
  ['consent', 'dialogs/welcome-and-consent:agree.ask'],
  ['an anonymous promise', 'timelines/networking-event:evaluation'],
  ['what is said after STOP', 'system:stopped'],
  ['nothing', 'timelines/networking-event:none'],
])('%s cannot be worded otherwise', async (_, key) => {
  await expect(write({ key })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a campaign’s words come before the organisation’s, and the standard text can be put back', async () => {
  await write({ campaign: undefined, text: WORDS.replace('taart', 'soep') })
  expect((await own(CAMPAIGN))(REMINDER, 'nl')).toContain('soep')
  await write()
  expect((await own(CAMPAIGN))(REMINDER, 'nl')).toContain('taart')
  expect((await own('another'))(REMINDER, 'nl')).toContain('soep')
  await write({ text: null, rev: 1 })
  expect((await own(CAMPAIGN))(REMINDER, 'nl')).toContain('soep')
  expect((await own(CAMPAIGN))(REMINDER, 'ar')).toBeUndefined()
  const elsewhere = await readOwnWords(store, { organisation: 'another', campaign: CAMPAIGN })
  expect(elsewhere(REMINDER, 'nl')).toBeUndefined()
})

test('what WhatsApp took is a line in the log for each language, with which texts and no words', async () => {
  const open = [REMINDER, THANKS].flatMap(key =>
    ['nl', 'ti'].map(language => ({
      name: key,
      key,
      language,
      pattern: WORDS,
      samples: [],
      reminds: false,
      own: true,
    })),
  )
  const pushTemplates = async () =>
    open.map(({ name, language }) => ({
      name,
      language,
      approval: 'waiting' as const,
      problems: language === 'ti' ? ['language_not_at_whatsapp'] : [],
    }))
  const deps = {
    documents: store.documents,
    clock,
    newId: () => `line-${++made}`,
    templates: { pushTemplates },
  }
  expect(await askApproval(deps, { _id: 'els', organisation: 'demo' }, open)).toBe(2)
  const log = await store.documents.collection('auditLog').list({})
  expect(log).toMatchObject([
    { what: 'approval_asked', by: 'els', language: 'nl', count: 2, fields: [REMINDER, THANKS] },
  ])
  expect(JSON.stringify(log)).not.toContain('taart')
})
