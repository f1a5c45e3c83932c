import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import { REVIEW_LINK, type ReviewLink } from '../../../src/domain/text/reviewLink'
import { createSeal } from '../../../src/seal/createSeal'
import { forgetOldDue } from '../../../src/use-cases/forgetOld'
import { readPair, readPairs, saveByLink, tickByLink, undoByLink } from '../../../src/use-cases/readAlong'
import {
  endReviewLink,
  listReviewLinks,
  makeReviewLink,
  nameReader,
  readReviewLink,
} from '../../../src/use-cases/reviewLinks'
import { saveOwnText } from '../../../src/use-cases/saveOwnText'
import { type FakeClock, fakeClock } from '../../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'

const { content } = loadContent(path.join(__dirname, '../../..'))
const REMINDER = 'timelines/networking-event:reminder'
const ELS = { _id: 'els', organisation: 'demo' }
const DAY = 24 * 3_600_000

const seal = createSeal(randomBytes(32))
let store: TestDocuments
let clock: FakeClock
let made: number
beforeEach(async () => {
  made = 0
  clock = fakeClock('2026-11-03T09:00:00Z')
  store = await openTestDocuments()
})
afterEach(() => store.dispose())

const deps = () => ({ documents: store.documents, content, clock, newId: () => `id-${++made}`, seal })
const log = (what: string) => store.documents.collection('auditLog').list({ what })
const own = () => store.documents.collection('ownTexts').list({})
const reviews = () => store.documents.collection('textReviews').list({})

/** Samira's link for Arabic, and what it opens. */
async function samira(language = 'ar'): Promise<{ secret: string; link: ReviewLink }> {
  const secret = await makeReviewLink(deps(), ELS, language, `form-${++made}`)
  const opened = await readReviewLink(deps(), secret)
  if (!opened.open) throw new Error('it does not open')
  await nameReader(deps(), opened.link, 'Samira')
  return { secret, link: { ...opened.link, reader: 'Samira' } }
}

/** The words of now with one more sentence. */
const longer = (pair: { said: string | null }, more: string) => `${pair.said}\n${more}`
const write = async (link: ReviewLink, more: string, rev = 0, read = false) =>
  saveByLink(deps(), link, {
    key: REMINDER,
    text: longer(await readPair(deps(), { ...link, organisation: 'nobody' }, REMINDER), more),
    rev,
    reader: 'Samira',
    read,
  })

test('a form that is sent twice makes one link', async () => {
  const make = (key: string) => makeReviewLink(deps(), ELS, 'ar', key)
  expect(await make('form')).toBe(await make('form'))
  expect(await listReviewLinks(deps(), 'demo', 'ar')).toHaveLength(1)
  expect(await make('another')).not.toBe(await make('form'))
})

test('a link is made and used, and the store and the log never hold its secret', async () => {
  const { secret, link } = await samira()
  expect(await listReviewLinks(deps(), 'demo', 'ar')).toMatchObject([
    { by: 'els', reader: 'Samira', usedAt: clock.now(), until: clock.now() + REVIEW_LINK.HOLDS_MS },
  ])
  expect(await listReviewLinks(deps(), 'demo', 'fr')).toEqual([])
  expect(await listReviewLinks(deps(), 'another', 'ar')).toEqual([])
  expect(await log('review_link_made')).toMatchObject([{ by: 'els', about: link._id, language: 'ar' }])
  const kept = JSON.stringify([await log('review_link_made'), await listReviewLinks(deps(), 'demo', 'ar')])
  expect(kept).not.toContain(secret)
})

test('what is written by it counts from the next message on; the same twice is once, and undo puts back', async () => {
  const { link } = await samira()
  expect(await write(link, 'هناك كعكة.')).toEqual({ ok: true, written: true })
  expect(await write(link, 'هناك كعكة.')).toEqual({ ok: true, written: true })
  expect(await own()).toMatchObject([
    { organisation: 'demo', key: REMINDER, language: 'ar', rev: 1, by: link._id, reader: 'Samira' },
  ])
  expect((await own())[0]).not.toHaveProperty('campaign')
  expect(await log('wording_changed')).toMatchObject([
    { organisation: 'demo', by: link._id, reader: 'Samira', about: REMINDER, language: 'ar' },
  ])
  const undo = () => undoByLink(deps(), link, { key: REMINDER, rev: 1, reader: 'Samira' })
  expect([await undo(), await undo()]).toEqual([true, false])
  expect((await own())[0]).not.toHaveProperty('text')
})

test('words that stand there already are not made the organisation’s own', async () => {
  const { link } = await samira()
  const { said } = await readPair(deps(), link, REMINDER)
  const asked = { key: REMINDER, text: `${said}\r\n`, rev: 0, reader: 'Samira', read: true }
  expect(await saveByLink(deps(), link, asked)).toEqual({ ok: true, written: false })
  expect(await own()).toEqual([])
  expect((await readPair(deps(), link, REMINDER)).review).toBe('reviewed')
})

test('a tick holds for the words that were seen; twice is once, two at once are one line', async () => {
  const { link } = await samira()
  const { seen } = await readPair(deps(), link, REMINDER)
  const tick = () => tickByLink(deps(), link, { key: REMINDER, seen, reader: 'Samira' })
  expect(await Promise.all([tick(), tick()])).toEqual([true, true])
  expect(await tick()).toBe(true)
  expect(await reviews()).toMatchObject([{ key: REMINDER, language: 'ar', name: 'Samira' }])
  expect(await log('wording_read')).toMatchObject([{ by: link._id, reader: 'Samira', about: REMINDER }])
  await write(link, 'هناك كعكة.')
  expect((await readPair(deps(), link, REMINDER)).review).toBe('changed')
  expect(await tick()).toBe(false)
  expect(await log('wording_read')).toHaveLength(1)
})

test('who did not see the newest words is told, and two at once do not overwrite each other', async () => {
  const { link } = await samira()
  const both = await Promise.all([write(link, 'هناك كعكة.'), write(link, 'هناك قهوة.')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ newer: { rev: 1 } })
  expect(await write(link, 'هناك شاي.', 0, true)).toMatchObject({ ok: false, newer: { rev: 1 } })
  expect(await reviews()).toEqual([])
})

test('colleagues read in the house who wrote by a link, until they write themselves', async () => {
  const { link } = await samira()
  await write(link, 'هناك كعكة.')
  const place = { organisation: 'demo', key: REMINDER, language: 'ar' }
  const text = longer(await readPair(deps(), { ...link, organisation: 'nobody' }, REMINDER), 'هناك شاي.')
  expect(await saveOwnText(deps(), { ...place, text, rev: 1, by: 'els' })).toMatchObject({ ok: true })
  expect((await own())[0]).not.toHaveProperty('reader')
  expect(await undoByLink(deps(), link, { key: REMINDER, rev: 2, reader: 'Samira' })).toBe(false)
})

test.each([
  ['words that are the same for everybody', 'dialogs/welcome-and-consent:agree.ask'],
  ['buttons', 'dialogs/rsvp:coming.yes'],
  ['the standard beside an easy version', `${REMINDER}_standard`],
  ['another organisation’s by a made-up place', `another||ar|${REMINDER}`],
  ['one campaign’s by a made-up place', `demo|jobcafe|ar|${REMINDER}`],
  ['nothing', 'timelines/networking-event:none'],
])('%s cannot be reached by a link', async (_, key) => {
  const { link } = await samira()
  const asked = { key, text: 'مرحبا', rev: 0, reader: 'Samira', seen: '', read: true }
  await expect(readPair(deps(), link, key)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(saveByLink(deps(), link, asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(tickByLink(deps(), link, asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await undoByLink(deps(), link, asked)).toBe(false)
  expect([await own(), await reviews()]).toEqual([[], []])
})

test('it shows the organisation’s words of its language, and never those of a campaign or of others', async () => {
  const { link } = await samira('nl')
  const { said } = await readPair(deps(), link, REMINDER)
  const others = [
    { organisation: 'demo', campaign: 'jobcafe', language: 'nl' },
    { organisation: 'another', language: 'nl' },
    { organisation: 'demo', language: 'fr' },
  ]
  for (const place of others) {
    const { said: before } = await readPair(deps(), { ...place, organisation: 'nobody' }, REMINDER)
    const text = `${before}\nXYZ.`
    const saved = await saveOwnText(deps(), { ...place, key: REMINDER, text, rev: 0, by: 'els' })
    expect(saved).toMatchObject({ ok: true })
  }
  const pairs = await readPairs(deps(), link)
  expect(JSON.stringify(pairs)).not.toContain('XYZ')
  expect(pairs.find(({ key }) => key === REMINDER)?.said).toBe(said)
  await write(link, 'Er is taart.')
  const texts = (await own()).filter(({ text }) => text?.includes('XYZ'))
  expect(texts).toHaveLength(others.length)
})

describe('a link is over', () => {
  test('after seven days, and a month later it is gone', async () => {
    const { secret, link } = await samira()
    clock.pass(REVIEW_LINK.HOLDS_MS - 1)
    expect(await readReviewLink(deps(), secret)).toMatchObject({ open: true })
    clock.pass(1)
    expect(await readReviewLink(deps(), secret)).toMatchObject({ open: false, since: link.until })
    expect(await listReviewLinks(deps(), 'demo', 'ar')).toEqual([])
    await forgetOldDue(deps())
    expect(await readReviewLink(deps(), secret)).toMatchObject({ link: { reader: 'Samira' } })
    clock.pass(31 * DAY)
    await forgetOldDue(deps())
    expect(await readReviewLink(deps(), secret)).toEqual({ open: false, link: null, since: null })
  })

  test('once it is taken back: twice is once, and only by the own organisation', async () => {
    const { secret, link } = await samira()
    await endReviewLink(deps(), { _id: 'eve', organisation: 'another' }, link._id)
    expect(await readReviewLink(deps(), secret)).toMatchObject({ open: true })
    await Promise.all([endReviewLink(deps(), ELS, link._id), endReviewLink(deps(), ELS, link._id)])
    const since = clock.now()
    clock.pass(DAY)
    await endReviewLink(deps(), ELS, link._id)
    expect(await readReviewLink(deps(), secret)).toMatchObject({ open: false, since })
    expect(await log('review_link_ended')).toMatchObject([{ by: 'els', about: link._id, language: 'ar' }])
  })

  test('when it never was one', async () => {
    const never = { open: false, link: null, since: null }
    expect(await readReviewLink(deps(), 'x')).toEqual(never)
    const { link } = await samira()
    expect(await readReviewLink(deps(), link._id)).toEqual(never)
  })
})
