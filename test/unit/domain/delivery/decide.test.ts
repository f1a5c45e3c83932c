import {
  type Circumstances,
  type Decision,
  decide,
  dialogOf,
  WEEK_MS,
} from '../../../../src/domain/delivery/decide'
import { aCampaign, aContact, anOrganisation, aRow } from '../../../support/sendingWorld'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const HOUR = 3_600_000
const contact = aContact(NOW)
const bulk = aRow(NOW, { _id: 'm', rank: 5 })

const about = (change: Partial<Circumstances>): Circumstances => ({
  now: NOW,
  row: bulk,
  contact,
  organisation: anOrganisation(),
  campaign: null,
  step: null,
  wanted: true,
  mayLeaveAt: NOW,
  leftThisWeek: [],
  inConversation: false,
  bulkWait: 15_000,
  ...change,
})
const ofCampaign = { ...bulk, campaign: 'spring', step: 's', planVersion: 1 }
const step = { when: 'cancelled' } as Circumstances['step']
const smsFirst = { channel: 'sms' } as Circumstances['step']
const week = [NOW - 6 * 24 * HOUR, NOW - 3 * 24 * HOUR, NOW - HOUR]

const cases: [label: string, change: Partial<Circumstances>, decision: Partial<Decision>][] = [
  ['what may leave, leaves', {}, { do: 'send' }],
  ['what is too late does not', { row: { ...bulk, notAfter: NOW } }, { do: 'expire', reason: 'too_late' }],
  ['nor what is for nobody', { contact: null }, { do: 'cancel', reason: 'contact_gone', by: 'person' }],
  [
    'nor what somebody stopped',
    { contact: { ...contact, stopped: { at: 1 } } },
    { do: 'cancel', reason: 'stopped', by: 'stop' },
  ],
  [
    'but the confirmation of the STOP does',
    { contact: { ...contact, stopped: { at: 1 } }, row: { ...bulk, rank: 1, last: true } },
    { do: 'send' },
  ],
  [
    'nor without consent',
    { contact: { ...contact, consents: [] } },
    { do: 'cancel', reason: 'no_consent', by: 'plan' },
  ],
  [
    'nor for whom the step is not any more',
    { campaign: aCampaign(), row: ofCampaign, wanted: false },
    { do: 'cancel', reason: 'not_wanted' },
  ],
  ['nor of a campaign that is gone', { row: ofCampaign }, { do: 'cancel', reason: 'campaign_gone' }],
  [
    'nor of a cancelled event',
    { campaign: aCampaign({ state: 'cancelled' }), row: ofCampaign },
    { do: 'cancel', reason: 'event_cancelled' },
  ],
  [
    'but the word that it is cancelled does',
    { campaign: aCampaign({ state: 'cancelled' }), row: ofCampaign, step },
    { do: 'send' },
  ],
  [
    'a paused campaign waits',
    { campaign: aCampaign({ state: 'paused' }), row: ofCampaign },
    { do: 'wait', why: 'campaign_paused' },
  ],
  [
    'a plan in the making is waited for',
    { campaign: aCampaign({ version: 2 }), row: ofCampaign },
    { do: 'wait', why: 'being_planned' },
  ],
  [
    'what the new plan does not have is withdrawn',
    { campaign: aCampaign({ version: 2, plannedVersion: 2 }), row: ofCampaign },
    { do: 'cancel', reason: 'not_in_plan' },
  ],
  [
    'quiet hours are waited for',
    { mayLeaveAt: NOW + HOUR },
    { do: 'wait', until: NOW + HOUR, why: 'quiet_hours' },
  ],
  [
    'but not beyond the end of the message',
    { mayLeaveAt: NOW + 13 * HOUR },
    { do: 'expire', reason: 'quiet_hours' },
  ],
  ['a conversation goes first', { inConversation: true }, { do: 'wait', until: NOW + 15_000 }],
  [
    'the fourth of a week waits',
    { row: { ...bulk, notAfter: NOW + 2 * WEEK_MS }, leftThisWeek: week },
    { do: 'wait', until: NOW + 24 * HOUR, why: 'weekly_limit' },
  ],
  ['unless it says that the event is cancelled', { leftThisWeek: week, step }, { do: 'send' }],
  [
    'a reply leaves in quiet hours, in a conversation and in a full week',
    { row: { ...bulk, rank: 0, seq: 1 }, mayLeaveAt: NOW + HOUR, inConversation: true, leftThisWeek: week },
    { do: 'send' },
  ],
  [
    'a dialog begins',
    { row: { ...bulk, kind: 'start', start: { dialog: 'rsvp' } }, leftThisWeek: week },
    { do: 'start' },
  ],
  ['the step’s own channel is taken first', { step: smsFirst }, { do: 'other_channel', channel: 'sms' }],
  ['but a fallback is not taken back', { step: smsFirst, row: { ...bulk, attempt: 1 } }, { do: 'send' }],
  [
    'a stopped channel is avoided',
    { contact: { ...contact, stopped: { at: 1, channel: 'whatsapp' } } },
    { do: 'other_channel', channel: 'sms' },
  ],
  [
    'an unreachable one too',
    { contact: { ...contact, unreachable: { whatsapp: { at: 1, code: 'x' } } } },
    { do: 'other_channel', channel: 'sms' },
  ],
  [
    'and one that is spent',
    { row: { ...bulk, spent: ['whatsapp'] } },
    { do: 'other_channel', channel: 'sms' },
  ],
  [
    'no channel left is the end',
    { row: { ...bulk, spent: ['whatsapp', 'sms'] } },
    { do: 'fail', reason: 'no_channel' },
  ],
]
test.each(cases)('%s', (_label, change, decision) => {
  expect(decide(about(change))).toMatchObject(decision)
})

test('a row knows its dialog by what it opens, asks or says', () => {
  expect(dialogOf({ start: { dialog: 'rsvp' } })).toBe('rsvp')
  expect(dialogOf({ say: { text: 'x', question: { dialog: 'intake', version: 1, id: 'q' } } })).toBe('intake')
  expect(dialogOf({ say: { text: 'dialogs/rsvp:done' } })).toBe('rsvp')
  expect(dialogOf({ say: { text: 'timelines/networking-event:thanks' } })).toBeUndefined()
})
