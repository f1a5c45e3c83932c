import path from 'node:path'
import { createApprovals } from '../../src/approvals'
import { loadContent } from '../../src/content/loadContent'
import type { KnownPattern } from '../../src/content/templatePatterns'
import { AppError } from '../../src/errors'
import type { TemplatePattern } from '../../src/ports/templates'
import { fakeClock } from '../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../support/openDocuments'
import { aCampaign } from '../support/timelineBuilders'

const { content } = loadContent(path.join(__dirname, '../..'))
const TEN_MINUTES = 600_000
let store: TestDocuments
beforeEach(async () => {
  store = await openTestDocuments()
})
afterEach(() => store.dispose())

/** What WhatsApp is asked, one list for each time. */
function atWhatsApp() {
  const clock = fakeClock('2026-11-26T09:00:00Z')
  const asked: KnownPattern[][] = []
  const mood = { refuses: false }
  const templates = {
    standingOf: async () => ({ approval: 'not_asked' as const }),
    refreshApprovals: async () => [],
    pushTemplates: async (patterns: readonly TemplatePattern[]) => {
      asked.push(patterns as KnownPattern[])
      if (mood.refuses) throw new AppError('PROVIDER_UNAVAILABLE', 'A hundred an hour')
      return []
    },
  }
  const log = { info() {}, warn() {}, error() {} }
  const approvals = createApprovals({ documents: store.documents, content, templates, clock, log })
  return { approvals, asked, clock, mood }
}
const plan = (kind: string, state: 'draft' | 'done') =>
  store.documents
    .collection('campaigns')
    .insert(aCampaign({ _id: `${kind} ${state}`, timeline: { id: kind, version: 1 }, state }))
const kindsIn = (patterns: KnownPattern[] = []) => [
  ...new Set(patterns.flatMap(({ key }) => /^timelines\/([\w-]+):/.exec(key)?.[1] ?? [])),
]

test('WhatsApp is asked about a kind of event from its first draft on, and about each kind once', async () => {
  const { approvals, asked } = atWhatsApp()
  await plan('module', 'done')
  await approvals.ask()
  expect(kindsIn(asked[0])).toEqual([])
  // An intake and the faces at the door belong to no kind of event.
  expect(asked[0]?.some(({ key }) => key.startsWith('dialogs/intake:'))).toBe(true)
  await plan('job-date', 'draft')
  for (const _ of ['once', 'twice']) await approvals.ask()
  expect(asked).toHaveLength(2)
  expect(kindsIn(asked[1])).toEqual(['job-date'])
  expect(asked[1]?.some(({ key }) => key.startsWith('dialogs/module-feedback:'))).toBe(false)
})

test('what WhatsApp does not take is handed in again after ten minutes, not at every look', async () => {
  const { approvals, asked, clock, mood } = atWhatsApp()
  await plan('module', 'draft')
  mood.refuses = true
  for (const _ of ['once', 'twice']) await approvals.ask()
  expect(asked).toHaveLength(1)
  clock.pass(TEN_MINUTES)
  mood.refuses = false
  for (const _ of ['once', 'twice']) await approvals.ask()
  expect(asked).toHaveLength(2)
})
