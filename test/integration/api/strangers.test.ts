import { DEMO_PEOPLE } from '../../../src/practice/people'
import { ENDPOINTS } from '../../../src/web/api/endpoints'
import { type Ask, apiOf } from '../../support/apiOf'
import { everythingStored } from '../../support/everythingStored'
import { openCall } from '../../support/openCall'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'
import { TYPED_EVENT } from '../../support/typedEvent'

let house: House
let ask: Ask
let stranger: Ask
let params: Record<string, string>

const CONCLUSION = { learned: '', action: 'Signs', owner: 'Els' }
const FORM = { timeline: 'networking-event', ...TYPED_EVENT }
const TRAINING = {
  kind: 'workplace',
  since: '2026-11-02',
  status: 'in_progress',
  statusDay: '2026-11-02',
}
const HOURS = { start: '2026-12-17T14:00', end: '2026-12-17T17:00' }

/** What is sent where something must be. */
const BODIES: Record<string, object> = {
  changeContact: { version: '0', name: 'Nobody' },
  noteTraining: TRAINING,
  changeTraining: { ...TRAINING, version: 0 },
  markTraining: { mistaken: true, version: 0 },
  noteWork: { work: 'none', workDay: '2026-11-02' },
  mergeContacts: { version: '0' },
  noteConsent: { purpose: 'C8', state: 'given', by: 'paper', day: '2026-11-02' },
  changeCampaign: { ...FORM, version: 1 },
  previewChange: FORM,
  changeStep: { version: 1, off: true },
  start: { version: 1 },
  pause: { version: 1 },
  resume: { version: 1 },
  cancel: { version: 1 },
  move: { version: 1, ...HOURS },
  setRsvp: { rsvp: 'no' },
  markAttendance: { attended: true },
  changeCompany: { who: 'children', from: 0, to: 1 },
  addWalkIn: { name: 'Nobody', language: 'nl', mayWrite: 'no' },
  noteTask: { result: 'comes' },
  conclude: CONCLUSION,
  changeConclusion: { ...CONCLUSION, version: 0 },
  closeConclusion: { state: 'done' },
  addOwnQuestion: { kind: 'yes_no', ask: { nl: 'Was er genoeg te eten?' } },
  changeSavedReply: { name: 'Bus', texts: { nl: 'Theirs' }, version: 1 },
  answer: { way: 'sms', text: 'Hello', language: 'nl', seen: 0 },
  addNote: { text: 'Theirs' },
  handBack: { to: 'bot' },
}
const QUERIES: Record<string, string> = {
  previewMove: `?start=${HOURS.start}&end=${HOURS.end}`,
  undoCheckIn: '?at=1',
  undoNoShows: '?at=1',
  undoEnrol: '?at=1',
  removeSavedReply: '?version=1',
}
/** Twice is once, and the first time may have been somebody else's: nothing happens, and nothing is told. */
const SILENT = ['removeWebhook']

beforeAll(async () => {
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 2) })
  ask = await apiOf(house)
  stranger = await apiOf(house, 'other')
  await openCall(house, 'call')
  const concluded = await ask('POST', `/reports/${CAMPAIGN}/conclusions`, CONCLUSION, 'write', 'signs')
  const reply = { name: 'Bus', texts: { nl: 'Aan de balie.' } }
  const replied = await ask('POST', '/replies', reply, 'write', 'bus')
  params = {
    campaign: CAMPAIGN,
    contact: house.idOf('Amina'),
    other: house.idOf('Gloria'),
    conclusion: concluded.body.id,
    task: 'call',
    reply: replied.body.id,
    step: 'invitation',
    instrument: 'E-02',
    question: 'some',
    training: 'some',
    message: 'some',
    n: '0',
    webhook: 'some',
  }
})
afterAll(() => house.close())

/** Without what is kept of requests themselves. */
const stored = async () =>
  (await everythingStored(house.documents)).filter(({ place }) => !/^(apiRequests|apiTokens)\//.test(place))

test.each(
  ENDPOINTS.filter(({ path }) => path.includes('{')).map(
    ({ name, ...endpoint }) => [name, endpoint] as const,
  ),
)('%s: what is ours is not there for another organisation, and stays as it is', async (name, endpoint) => {
  const { method, path, body, makes } = endpoint
  const { contact = '' } = params
  const to =
    path.replaceAll(/\{(\w+)\}/g, (_, one) => encodeURIComponent(params[one] ?? '')) + (QUERIES[name] ?? '')
  const sent = body && { contact, contacts: [contact], ...BODIES[name] }
  const before = await stored()
  const { status, body: answer } = await stranger(method.toUpperCase(), to, sent, 'write', makes ? name : '')
  if (SILENT.includes(name)) expect([status, answer]).toEqual([200, {}])
  else expect([status, answer.error?.code]).toEqual([404, expect.stringMatching(/NOT_FOUND$/)])
  expect(await stored()).toEqual(before)
})
