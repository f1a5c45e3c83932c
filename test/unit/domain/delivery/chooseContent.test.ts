import { chooseContent, WINDOW_MARGIN_MS } from '../../../../src/domain/delivery/chooseContent'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const DAY = 86_400_000

test.each([
  ['SMS, never heard', 'sms', undefined, 'text'],
  ['SMS, heard a week ago', 'sms', NOW - 7 * DAY, 'text'],
  ['WhatsApp, never heard', 'whatsapp', undefined, 'template'],
  ['WhatsApp, heard now', 'whatsapp', NOW, 'text'],
  ['WhatsApp, a moment before the margin', 'whatsapp', NOW - DAY + WINDOW_MARGIN_MS + 1, 'text'],
  ['WhatsApp, on the margin', 'whatsapp', NOW - DAY + WINDOW_MARGIN_MS, 'template'],
  ['WhatsApp, a day ago', 'whatsapp', NOW - DAY, 'template'],
] as const)('%s: %s', (_, channel, heardAt, expected) => {
  expect(chooseContent(channel, heardAt, NOW)).toBe(expected)
})

test('another margin may be asked for', () => {
  expect(chooseContent('whatsapp', NOW - DAY + 1, NOW, 0)).toBe('text')
  expect(chooseContent('whatsapp', NOW - DAY, NOW, 0)).toBe('template')
})
