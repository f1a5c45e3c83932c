import path from 'node:path'
import { render } from 'preact-render-to-string'
import { loadContent } from '../../../src/content/loadContent'
import { Bubble, type BubbleProps, Wall } from '../../../src/web/components/Bubble'
import { wordsFor } from '../../../src/web/words'

const { content } = loadContent(path.join(__dirname, '../../..'))
const words = wordsFor(content.texts, 'en', 'Europe/Brussels')
const AT = Date.parse('2026-12-03T09:07:00Z')

const bubble = (over: Partial<BubbleProps> = {}) =>
  render(
    <Bubble
      words={words}
      side="ours"
      channel="whatsapp"
      language="ar"
      direction="rtl"
      text="مرحبا *سارة* <b>"
      at={AT}
      {...over}
    />,
  )

test('the words keep their own language and direction, whatever the page’s, and are escaped', () => {
  const html = bubble()
  expect(html).toContain('<div class="bubble whatsapp " lang="ar" dir="rtl">')
  expect(html).toContain('<strong>سارة</strong> &lt;b>')
  expect(html).toContain('10:07')
})

test('the state is said, not only drawn; an SMS has no ticks but parts', () => {
  expect(bubble({ state: 'read' })).toContain('<span class="hidden"> read</span>')
  const sms = bubble({ channel: 'sms', state: 'delivered', parts: 2 })
  expect(sms).toContain('2 SMS parts')
  expect(sms).not.toContain('class="tick')
  const failed = bubble({ channel: 'sms', state: 'failed', failure: 'this number does not exist' })
  expect(failed).toContain('Not delivered: this number does not exist')
  expect(failed).toContain('tick unheard')
})

test('up to three answers are buttons, more are rows; the chosen one is said', () => {
  const choices = ['نعم', 'لا', 'ربما'].map((label, index) => ({ id: String(index), label }))
  expect(bubble({ choices })).toContain('<ul class="buttons row" lang="ar" dir="rtl">')
  expect(bubble({ choices, chosen: '1' })).toMatch(/buttons row done.*لا .*chosen/s)
  const rows = [...choices, { id: '3', label: 'أربعة', description: 'سطر' }]
  expect(bubble({ choices: rows })).toContain('<ul class="rows"')
  expect(bubble({ choices: rows })).toContain('<small>سطر</small>')
})

test('who looks decides on which side we stand', () => {
  const wall = (seen: 'on-phone' | 'on-desk') =>
    render(
      <Wall seen={seen} direction="ltr" label="Sara">
        x
      </Wall>,
    )
  expect(wall('on-phone')).toContain('<ol class="lines on-phone" aria-label="Sara">')
  expect(wall('on-desk')).toContain('class="lines on-desk"')
})
