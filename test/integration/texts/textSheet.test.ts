import path from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import { sheetHead } from '../../../src/domain/text/textSheet'
import { lists } from '../../../src/lists/lists'
import { checkTextSheet } from '../../../src/use-cases/checkTextSheet'
import { listTexts } from '../../../src/use-cases/listTexts'
import { saveOwnText } from '../../../src/use-cases/saveOwnText'
import { saveTextSheet } from '../../../src/use-cases/saveTextSheet'
import { fakeClock } from '../../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'

const { content } = loadContent(path.join(__dirname, '../../..'))
const REMINDER = 'timelines/networking-event:reminder'
const THANKS = 'timelines/networking-event:thank_you'
const PLACE = { organisation: 'demo', language: 'nl', by: 'els' }

let store: TestDocuments
beforeEach(async () => {
  store = await openTestDocuments()
})
afterEach(() => store.dispose())
let made = 0
const deps = () => ({
  documents: store.documents,
  content,
  clock: fakeClock('2026-11-03T09:00:00Z'),
  newId: () => `line-${++made}`,
  lists,
})

/** The spreadsheet as it goes out, with some cells written anew. */
async function sheet(words: (said: string, key: string) => string): Promise<Buffer> {
  const { lines } = await listTexts(deps(), 'demo', 'nl')
  const rows = lines.map(({ key, source, said }) => [key, 'x', source, words(said ?? '', key)])
  return lists.write([
    sheetHead({ text: 'Tekst', source: 'Nederlands', target: 'Nederlands' }, 'nl'),
    ...rows,
  ])
}
const other = (was: string) => was.replace('Dag', 'Hallo').replace('Dank je wel', 'Bedankt')
const look = async (bytes: Buffer) => {
  const reading = await checkTextSheet(deps(), { organisation: 'demo', bytes })
  if (!reading.ok) throw new Error(reading.problem)
  return reading.check
}
const said = async (key: string) =>
  (await listTexts(deps(), 'demo', 'nl')).lines.find(line => line.key === key)?.said

test('out and in again changes nothing', async () => {
  expect(await look(await sheet(same => same))).toMatchObject({ changes: [], wrong: [] })
})

test('other words are shown first, kept once, and a second time they are what is said already', async () => {
  const bytes = await sheet((was, key) => (key === REMINDER ? other(was) : was))
  const { changes } = await look(bytes)
  expect(changes.map(({ key }) => key)).toEqual([REMINDER])
  expect(await said(REMINDER)).toMatch(/^Dag/)
  for (const _ of ['once', 'twice'])
    expect(await saveTextSheet(deps(), { ...PLACE, changes })).toEqual({ saved: 1, left: [] })
  expect(await said(REMINDER)).toMatch(/^Hallo/)
  expect(await look(bytes)).toMatchObject({ changes: [], wrong: [] })
})

test('what breaks a rule is named with its row, and the others can still be kept', async () => {
  const bytes = await sheet((was, key) =>
    key === REMINDER ? 'Dag {{naam}}.' : key === THANKS ? other(was) : was,
  )
  const { changes, wrong } = await look(bytes)
  expect(changes.map(({ key }) => key)).toEqual([THANKS])
  const [spoilt] = wrong
  expect(spoilt).toMatchObject({ key: REMINDER, row: expect.any(Number) })
  expect(JSON.stringify(spoilt?.why)).toContain('unknown_value')
})

test('what somebody wrote meanwhile stays, and is told', async () => {
  const { changes } = await look(
    await sheet((was, key) => (key === REMINDER || key === THANKS ? other(was) : was)),
  )
  const text = (await said(REMINDER))!.replace('Dag', 'Hey')
  await saveOwnText(deps(), { ...PLACE, by: 'karim', key: REMINDER, text, rev: 0 })
  expect(await saveTextSheet(deps(), { ...PLACE, changes })).toEqual({ saved: 1, left: [REMINDER] })
  expect(await said(REMINDER)).toMatch(/^Hey/)
  expect(await said(THANKS)).toMatch(/^Bedankt/)
})

test.each([
  ['no_sheet_of_ours', async () => lists.write([['Naam', 'Gsm']])],
  ['not_readable', async () => Buffer.from([0x50, 0x4b, 0x03, 0x04, 0])],
])('another file: %s', async (problem, bytes) => {
  expect(await checkTextSheet(deps(), { organisation: 'demo', bytes: await bytes() })).toEqual({
    ok: false,
    problem,
  })
})
