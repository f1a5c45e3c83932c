import {
  type EventForm,
  emptyForm,
  eventOf,
  formFrom,
  formOf,
} from '../../../../src/domain/campaigns/eventForm'
import { optionWords } from '../../../../src/use-cases/campaignWording'
import { anEvent, timelineContent } from '../../../support/timelineBuilders'

const wording = {
  zone: 'Europe/Brussels',
  languages: ['nl', 'fr', 'ar'],
  say: optionWords(timelineContent),
}
const filled: EventForm = {
  ...emptyForm('networking-event', { name: 'Els', phone: '0470 00 00 00' }),
  name: 'Jobcafé',
  date: '2026-12-10',
  place: 'De Grote Post',
  street: 'Serruyslaan 18A, bus 2',
  town: '8400 Oostende',
  picks: {
    benefit: { of: ['dutch', 'people'], own: '' },
    bring: { of: ['cv'], own: 'een vriend' },
    childcare: { of: ['there'], own: '' },
    parking: { of: [], own: 'Mijnplein' },
  },
  inLanguage: { ar: { goal: 'لقاء', bring: 'لا شيء' } },
}
const campaignOf = (form: EventForm) => ({
  timeline: { id: form.timeline, version: 1 },
  event: eventOf(form, wording),
  picks: form.picks,
})

test('what is ticked is said in every language, and what is written only in its own', () => {
  const event = eventOf(filled, wording)
  expect(event).toMatchObject({
    start: '2026-12-10T14:00',
    end: '2026-12-10T17:00',
    address: 'Serruyslaan 18A, bus 2, 8400 Oostende',
    benefit: 'je oefent Nederlands en je leert mensen kennen',
    bring: 'cv en een vriend',
    parking: 'Mijnplein',
  })
  expect(event.inLanguage.fr).toEqual({
    benefit: 'vous parlez néerlandais et vous rencontrez des gens',
    bring: 'CV et een vriend',
    childcare: 'il y a une garderie gratuite',
  })
  expect(event.inLanguage.ar).toMatchObject({ goal: 'لقاء', bring: 'لا شيء' })
})

test('the form of a campaign is the form that made it', () => {
  expect(formOf(campaignOf(filled), wording)).toMatchObject(filled)
  const empty = emptyForm('networking-event', { name: 'Els', phone: '' })
  expect(formOf(campaignOf(empty), wording)).toMatchObject(empty)
})

test('an event that was written out without ticks is shown as it was written', () => {
  const form = formOf({ timeline: { id: 'networking-event', version: 1 }, event: anEvent() }, wording)
  expect(form).toMatchObject({ date: '2021-10-14', from: '14:00', to: '17:00', street: 'Street 1', town: '' })
  expect(form.picks.bring).toEqual({ of: [], own: 'Nothing' })
  expect(eventOf(form, wording)).toMatchObject({ ...anEvent(), inLanguage: {} })
})

test('an earlier event gives all but its day', () => {
  expect(formFrom(filled)).toEqual({ ...filled, date: '' })
})
