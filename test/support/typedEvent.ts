/** What a coordinator types of an event, by field of the form. */
export const TYPED_EVENT = {
  name: 'Jobcafé Gent',
  date: '2026-12-10',
  place: 'De Krook',
  street: 'Platteberg 11',
  town: '9000 Gent',
  transport: 'tram 2, halte Zuid',
  goal: 'praten met werkgevers',
  who: 'zes werkgevers',
}
