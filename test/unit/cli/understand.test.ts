import { PassThrough, Readable, Writable } from 'node:stream'
import { DateTime } from 'luxon'
import { lineByLine } from '../../../src/cli/lineByLine'
import { KINDS } from '../../../src/cli/readAs'
import { todayIn, understandCommand, understandLine } from '../../../src/cli/understand'
import { lexicon, TODAY } from '../../support/understood'

const answer = (line: unknown) => {
  const text = typeof line === 'string' ? line : JSON.stringify(line)
  const said = understandLine(text, lexicon, () => TODAY)
  return said === null ? null : JSON.parse(said)
}

const rows: [line: Record<string, unknown>, value: unknown][] = [
  [{ lang: 'ar', type: 'yes_no', input: 'نعم' }, 'yes'],
  [{ lang: 'nl', type: 'yes_no', input: 'ja maar neen' }, 'unrecognised'],
  [{ lang: 'fr', type: 'number', input: 'vingt et un', context: { min: 0, max: 50, integer: true } }, 21],
  [{ lang: 'nl', type: 'number', input: '1,5' }, 1.5],
  [{ lang: 'nl', type: 'number', input: '51', context: { max: 50 } }, 'unrecognised'],
  [{ lang: 'nl', type: 'rating_1_5', input: '4 op 5' }, 4],
  [{ lang: 'nl', type: 'rating_1_5', input: '7/10' }, 'unrecognised'],
  [{ lang: 'nl', type: 'choice', input: 'thee', context: { options: ['Koffie', 'Thee'] } }, 2],
  [{ lang: 'nl', type: 'choice', input: '3', context: { options: ['Koffie', 'Thee'] } }, 'unrecognised'],
  [{ lang: 'nl', type: 'choice', input: '1' }, 'unrecognised'],
  [{ lang: 'nl', type: 'multi_choice', input: '2 en 1', context: { options: ['Koffie', 'Thee'] } }, [1, 2]],
  [
    { lang: 'ar', type: 'date', input: 'غدا', context: { today: '2026-12-04', direction: 'future' } },
    '2026-12-05',
  ],
  [{ lang: 'nl', type: 'date', input: 'morgen' }, '2026-11-22'],
  [{ lang: 'en', type: 'date', input: '12/5/2026', context: { order: 'mdy' } }, '2026-12-05'],
  [{ lang: 'nl', type: 'phone', input: '0470/12.34.56', context: { defaultRegion: 'BE' } }, '+32470123456'],
  [{ lang: 'nl', type: 'phone', input: '112' }, 'unrecognised'],
  [{ lang: 'nl', type: 'command', input: 'STOP!!!' }, 'stop'],
  [{ lang: 'nl', type: 'command', input: 'cancel', context: { channel: 'sms' } }, 'stop'],
  [{ lang: 'nl', type: 'command', input: 'cancel', context: { channel: 'whatsapp' } }, 'unrecognised'],
  [{ lang: 'ar', type: 'command', input: 'نعم' }, 'unrecognised'],
  [{ lang: 'prs', type: 'yes_no', input: 'ن' }, 'no'],
  [{ lang: 'nl-BE', type: 'yes_no', input: 'j' }, 'yes'],
  [{ lang: 'xx', type: 'yes_no', input: 'oui' }, 'yes'],
  [{ type: 'yes_no', input: 'ja', context: null }, 'yes'],
]

test.each(rows)('%o is %o', (line, value) => {
  expect(answer({ id: 'a1', ...line })).toEqual({ id: 'a1', value })
})

test.each([
  ['no JSON', '{"id":'],
  ['a list', '[]'],
  ['null', 'null'],
  ['no input', '{"id":"a","type":"yes_no"}'],
  ['an input that is no text', '{"id":"a","type":"yes_no","input":5}'],
])('%s is an error on its own line', (_label, line) => {
  expect(answer(line)).toEqual({ id: null, error: expect.any(String) })
})

test('an unknown type is an error that keeps its id', () => {
  expect(answer({ id: 7, type: 'colour', input: 'rood' })).toEqual({
    id: 7,
    error: expect.stringContaining('yes_no'),
  })
})

test('strange contexts do not stop the run', () => {
  const contexts = [
    5,
    'x',
    [],
    { options: 'x' },
    { options: [null, 3] },
    { today: 'x', timezone: 5, min: '1', order: 9 },
  ]
  for (const type of KINDS) {
    for (const context of contexts) {
      expect(answer({ id: 'a', type, input: '5 december', lang: 5, context })).toHaveProperty('value')
    }
  }
})

test('today is the day of the zone, and of Brussels where the zone is unknown', () => {
  const today = todayIn(DateTime.fromISO('2026-11-21T23:30:00Z'))
  expect([today('Europe/Brussels'), today('Atlantic/Azores'), today('Mars/Olympus')]).toEqual([
    '2026-11-22',
    '2026-11-21',
    '2026-11-22',
  ])
})

test('lines are answered in order, in pieces, with and without a last line end', async () => {
  const read: string[] = []
  const output = new PassThrough()
  const input = Readable.from([
    Buffer.from('ja\r\nn'),
    Buffer.from('ee\n\n'),
    Buffer.from('é').subarray(0, 1),
    Buffer.from('é').subarray(1),
  ])
  await lineByLine(input, output, line => {
    read.push(line)
    return line === '' ? null : `<${line}>`
  })
  expect(read).toEqual(['ja', 'nee', '', 'é'])
  expect(output.read().toString()).toBe('<ja>\n<nee>\n<é>\n')
})

test('a slow reader gets everything, and never more at once than fits', async () => {
  let waiting = 0
  let received = ''
  const slow = new Writable({
    highWaterMark: 1024,
    write(chunk, _encoding, done) {
      waiting += 1
      expect(waiting).toBe(1)
      received += chunk
      setImmediate(() => {
        waiting -= 1
        done()
      })
    },
  })
  const lines = Array.from({ length: 30_000 }, (_, index) => `line ${index}`)
  await lineByLine(Readable.from([Buffer.from(lines.join('\n'))]), slow, line => line)
  expect(received).toBe(`${lines.join('\n')}\n`)
})

test('a reader that has gone away ends the run quietly', async () => {
  const gone = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('gone'), { code: 'EPIPE' }))
    },
  })
  await expect(
    lineByLine(Readable.from([Buffer.from('a\nb\n')]), gone, line => line),
  ).resolves.toBeUndefined()
})

test('the command names its options in its help', () => {
  const help = understandCommand().helpInformation()
  for (const option of ['--language', '--kind', '--context', '--jsonl', '--json'])
    expect(help).toContain(option)
})
