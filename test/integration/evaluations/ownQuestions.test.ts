import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import { USUAL_POLICY } from '../../../src/domain/anonymity/printAtom'
import type { Campaign } from '../../../src/domain/campaign'
import type { OwnDraft } from '../../../src/domain/dialog/ownQuestionMistakes'
import type { Organisation } from '../../../src/domain/organisation'
import { createSeal } from '../../../src/seal/createSeal'
import { addOwnQuestion } from '../../../src/use-cases/addOwnQuestion'
import { placeForOwn } from '../../../src/use-cases/ownQuestions'
import { postLetter } from '../../../src/use-cases/postLetter'
import { readCampaign } from '../../../src/use-cases/readCampaign'
import { readOwnQuestions } from '../../../src/use-cases/readOwnQuestions'
import { readTotals } from '../../../src/use-cases/readTotals'
import { removeOwnQuestion } from '../../../src/use-cases/removeOwnQuestion'
import { sealBlock } from '../../../src/use-cases/sealBlocks'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { seeded } from '../../support/seeded'

const { content } = loadContent(path.join(__dirname, '../../..'))
const seal = createSeal(randomBytes(32))
const chance = seeded(3)
const newId = () => createHash('sha256').update(String(chance())).digest('base64url').slice(0, 22)
const NOW = Date.parse('2026-11-26T10:00:00+01:00')
const ABOUT = { organisation: 'house', campaign: 'spring' }
const FOOD: OwnDraft = { kind: 'yes_no', ask: { nl: 'Was er genoeg te eten?' }, options: [] }
const drafts = ['eten', 'koffie', 'thee', 'soep'].map(
  (what): OwnDraft => ({ ...FOOD, ask: { nl: `Was er genoeg ${what}?` } }),
)

let store: TestDocuments
const deps = () => ({
  documents: store.documents,
  content,
  seal,
  isStopWord: (text: string) => text === 'Stop',
})
const add = (draft = FOOD, about = ABOUT) => addOwnQuestion(deps(), about, draft)
const evaluation = async () => (await store.documents.collection('evaluations').get('spring:E-02'))!

beforeEach(async () => {
  store = await openTestDocuments()
  await store.documents.collection('organisations').insert({
    _id: 'house',
    name: 'Huis',
    project: 'samen',
    zone: 'Europe/Brussels',
    languages: ['nl'],
    holidays: true,
    senders: {},
    contactPerson: { name: 'Els', phone: '+3259000000' },
    policy: USUAL_POLICY,
  } as Organisation)
  const fact = { zone: 'Europe/Brussels', start: '2026-12-10T14:00', end: '2026-12-10T17:00', inLanguage: {} }
  const texts =
    'name place address transport parking goal benefit who childcare bring welcome contactName contactPhone'
  await store.documents.collection('campaigns').insert({
    _id: 'spring',
    organisation: 'house',
    state: 'draft',
    version: 1,
    plannedVersion: 0,
    timeline: { id: 'networking-event', version: 1 },
    event: { ...fact, ...Object.fromEntries(texts.split(' ').map(name => [name, name])) },
    series: 'spring',
    createdAt: NOW,
  } as unknown as Campaign)
})
afterEach(() => store.dispose())

const enrol = (contact: string, evaluations = {}) =>
  store.documents.collection('enrolments').insert({
    _id: `spring:${contact}`,
    organisation: 'house',
    campaign: 'spring',
    contact,
    audience: 'participant',
    joinedAt: NOW,
    needs: [],
    evaluations,
    turn: 0,
  })

test('a question is there once, also when it is sent twice, and before the campaign has begun', async () => {
  const first = await add()
  expect(await add()).toEqual(first)
  expect((await evaluation()).ownQuestions).toEqual([
    { id: expect.stringMatching(/^own_[0-9a-f]{12}$/), ...FOOD },
  ])
  expect(await readOwnQuestions(deps(), ABOUT)).toMatchObject({ questions: [FOOD], most: 3, fixed: false })
})

test('the same question at another event is known by the same name', async () => {
  const one = await add()
  const campaign = (await store.documents.collection('campaigns').get('spring'))!
  await store.documents.collection('campaigns').insert({ ...campaign, _id: 'autumn' })
  expect(await add(FOOD, { ...ABOUT, campaign: 'autumn' })).toEqual(one)
})

test('mistakes are told and nothing is kept', async () => {
  expect(await add({ ...FOOD, ask: { fr: 'Assez ?' } })).toEqual({
    mistakes: [{ field: 'ask', language: 'nl', why: 'missing' }],
  })
  expect(await store.documents.collection('evaluations').list({})).toEqual([])
})

test('there are three at most; one that is taken back makes room', async () => {
  const added = []
  for (const draft of drafts.slice(0, 3)) added.push(await add(draft))
  await expect(add(drafts[3])).rejects.toMatchObject({ code: 'EVALUATION_FIXED', facts: { why: 'too_many' } })
  const [first] = (await evaluation()).ownQuestions!
  await removeOwnQuestion(deps(), ABOUT, first!.id)
  await removeOwnQuestion(deps(), ABOUT, first!.id)
  await add(drafts[3])
  expect((await evaluation()).ownQuestions!.map(({ ask }) => ask.nl)).toEqual(
    drafts.slice(1).map(({ ask }) => ask.nl),
  )
})

test('of two at once one is there, and the other is told or there as well', async () => {
  const results = await Promise.allSettled([add(drafts[0]), add(drafts[1])])
  const kept = (await evaluation()).ownQuestions!.length
  expect(kept).toBe(results.filter(({ status }) => status === 'fulfilled').length)
  expect(kept).toBeGreaterThan(0)
})

test('when somebody has been asked, nothing changes any more', async () => {
  const added = await add()
  await enrol('amal', { 'E-02': 'invited' })
  await expect(add(drafts[1])).rejects.toMatchObject({ code: 'EVALUATION_FIXED', facts: { why: 'asked' } })
  expect(await add()).toEqual(added)
  expect((await readOwnQuestions(deps(), ABOUT)).fixed).toBe(true)
})

test.each([
  ['another organisation', { ...ABOUT, organisation: 'other' }, 'CAMPAIGN_NOT_FOUND'],
  ['no such campaign', { ...ABOUT, campaign: 'nowhere' }, 'CAMPAIGN_NOT_FOUND'],
  ['no such instrument', { ...ABOUT, instrument: 'E-99' }, 'NOT_FOUND'],
  ['one without a place for them', { ...ABOUT, instrument: 'E-01' }, 'EVALUATION_FIXED'],
])('%s is refused', async (_, about, code) => {
  await expect(add(FOOD, about)).rejects.toMatchObject({ code })
})

test('has its place where the timeline asks, and nowhere else', async () => {
  const campaigns = store.documents.collection('campaigns')
  await campaigns.update({ _id: 'spring' }, { set: { timeline: { id: 'conversation-cafes', version: 1 } } })
  const added = await add()
  const cafes = await store.documents.collection('evaluations').get('spring:E-21')
  expect(cafes?.ownQuestions).toEqual('added' in added ? [added.added] : [])
  await campaigns.update({ _id: 'spring' }, { set: { timeline: { id: 'job-date', version: 1 } } })
  await expect(add()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(placeForOwn(content, { id: 'job-date', version: 1 })).toBeNull()
})

test('is sealed, printed and read like any other', async () => {
  const added = await add()
  const id = 'added' in added ? added.added.id : ''
  const { publicKey, ownQuestions: own } = await evaluation()
  const people = Array.from({ length: 12 }, (_, index) => `person-${index}`)
  for (const [index, contact] of people.entries()) {
    await enrol(contact)
    const box = seal.sealTo(publicKey, { question: id, value: index < 5 ? 'no' : 'yes' })
    const run = { dialog: 'participant-survey', version: 1, campaign: 'spring', own, boxes: { [id]: box } }
    await postLetter({ ...deps(), newId }, run as never, 'E-02', contact)
  }
  const organisation = (await store.documents.collection('organisations').get('house'))!
  await sealBlock({ ...deps(), newId, random: chance }, await evaluation(), organisation, 'close', NOW)
  const reading = await readCampaign({ ...deps(), clock: { now: () => NOW } }, 'spring')
  const survey = reading.evaluations.find(({ instrument }) => instrument === 'E-02')!
  expect(survey.questions.find(({ question }) => question === id)).toMatchObject({
    own: FOOD,
    answers: ['no', 'yes'],
    printed: [{ say: 'cells', n: 12, counts: [5, 7] }],
  })
  for (const asked of [{ evaluations: ['spring:E-02'] }, { series: 'spring' }])
    expect(await readTotals(deps(), { organisation: 'house', ...asked })).toContainEqual(
      expect.objectContaining({ question: id, own: { id, ...FOOD }, answers: ['no', 'yes'] }),
    )
})
