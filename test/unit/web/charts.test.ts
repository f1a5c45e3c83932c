import { render } from 'preact-render-to-string'
import { layStack, type Part } from '../../../src/web/charts/layStack'
import { RowBar } from '../../../src/web/charts/RowBar'
import { StackedBar } from '../../../src/web/charts/StackedBar'

const parts: Part[] = [
  { shade: 's1', count: 1, label: '1–3', sign: '1–3' },
  { shade: 's2', count: 0, label: '0', sign: '2' },
  { shade: 'open', count: 4, label: '4', sign: '' },
  { shade: 's5', count: 95, label: '95', sign: '5' },
]
const bar = (direction: 'ltr' | 'rtl') =>
  render(StackedBar({ id: 'q', title: 'How was it? 100 answers', description: 'Bad: 1', parts, direction }))

test('parts fill the bar with a gap between them, and nobody’s part disappears', () => {
  const laid = layStack(parts, 320, 'ltr')
  expect(laid.map(({ shade }) => shade)).toEqual(['s1', 'open', 's5'])
  expect(laid[0]).toMatchObject({ x: 0, width: expect.any(Number) })
  for (const [index, { x }] of laid.slice(1).entries())
    expect(x).toBe(laid[index]!.x + laid[index]!.width + 2)
  expect(laid.at(-1)!.x + laid.at(-1)!.width).toBe(320)
})

test('in a script from right to left the bar begins at the right', () => {
  const [ltr, rtl] = [layStack(parts, 320, 'ltr'), layStack(parts, 320, 'rtl')]
  for (const [index, { x }] of rtl.entries()) expect(x).toBe(320 - ltr[index]!.x - ltr[index]!.width)
})

test('a number stands under its part only where there is room', () => {
  const [one, , many] = layStack(parts, 320, 'ltr')
  expect(many?.label?.text).toBe('95')
  expect(one?.label).toBeUndefined()
  // Above it stands which part it is: no colour has to be told from another.
  expect([one?.sign, many?.sign?.text]).toEqual([undefined, '5'])
  expect(layStack([], 320, 'ltr')).toEqual([])
})

test('both drawings say what they are, and none has a style or a script of its own', () => {
  const html = bar('ltr')
  for (const drawing of ['wide', 'narrow']) {
    expect(html).toContain(`aria-labelledby="q-${drawing}-t"`)
    expect(html).toContain(`<title id="q-${drawing}-t">How was it? 100 answers</title>`)
    expect(html).toContain(`<desc id="q-${drawing}-d">Bad: 1</desc>`)
  }
  expect(html).toContain('fill="#0d4450"')
  expect(html).not.toMatch(/style=|<script|foreignObject/)
})

test('what is hidden has one width, whatever it hides', () => {
  const hidden = (of: number) => render(RowBar({ value: null, of, direction: 'ltr' }))
  expect(hidden(7)).toBe(hidden(900))
  expect(hidden(7)).toContain('class="part open"')
  const range = render(RowBar({ value: { lo: 30, hi: 60 }, of: 120, direction: 'rtl' }))
  expect(range).toContain('class="part one" x="180" width="60"')
  expect(range).toContain('class="part open" x="120" width="60"')
})
