import { firstLacking, lackingFacts, lackingFields } from '../../../../src/domain/campaigns/contract'
import { valuesIn as valuesOf } from '../../../../src/use-cases/campaignWording'
import { anEvent, networkingEvent, timelineContent } from '../../../support/timelineBuilders'

const valuesIn = valuesOf(timelineContent.texts)
const lacking = (over: Parameters<typeof anEvent>[0]) =>
  lackingFacts(networkingEvent, anEvent(over), valuesIn)

test('an event with all its facts lacks nothing', () => {
  expect(lacking({})).toEqual([])
  expect(lackingFields(networkingEvent, anEvent(), valuesIn)).toEqual([])
})

test('each step names the fields that its text needs', () => {
  expect(lacking({ transport: '', parking: ' ' })).toEqual([
    { step: 'invitation', fields: ['transport', 'parking'] },
    { step: 'event_moved', fields: ['transport'] },
  ])
  expect(lacking({ bring: '' }).map(({ step }) => step)).toEqual(['invitation', 'reminder'])
  expect(lacking({ contactPhone: '' }).map(({ step }) => step)).toContain('partner_announcement')
})

test('a field is told once, under the first step that waits for it', () => {
  expect(firstLacking(lacking({ transport: '', bring: '' }))).toEqual([
    { step: 'invitation', fields: ['transport', 'bring'] },
  ])
})

test('who is only asked something goes nowhere; a site and a learning path have their address', () => {
  const where = { place: '', address: '', goal: '', benefit: '', childcare: '' }
  const lackingIn = (timeline: string, over = {}) =>
    lackingFields(timelineContent.timeline(timeline)!, anEvent({ ...where, ...over }), valuesIn)
  expect(lackingIn('satisfaction')).toEqual([])
  expect(lackingIn('satisfaction', { start: '', contactPhone: '' })).toEqual(['date', 'contactPhone'])
  expect(lackingIn('site-test')).toEqual(['place'])
  expect(lackingIn('learning-path-test')).toEqual(['place'])
  expect(lackingIn('stress-training')).toEqual([])
})

test('every field of the form that a campaign cannot start without', () => {
  const nothing = Object.fromEntries(Object.keys(anEvent()).map(key => [key, '']))
  expect(lackingFields(networkingEvent, { ...anEvent(), ...nothing, inLanguage: {} }, valuesIn)).toEqual([
    'name',
    'date',
    'place',
    'street',
    'goal',
    'benefit',
    'childcare',
    'contactName',
    'contactPhone',
    'transport',
    'parking',
    'who',
    'bring',
    'welcome',
  ])
})
