import { segmentsCommand, segmentsOfLine } from '../../../src/cli/segments'

test.each([
  ['a Dutch text', '{"id":"a","text":"Tot morgen!"}', { id: 'a', encoding: 'GSM-7', segments: 1, units: 11 }],
  [
    'an Arabic text of two parts',
    JSON.stringify({ id: 2, text: 'ل'.repeat(71) }),
    { id: 2, encoding: 'UCS-2', segments: 2, units: 71 },
  ],
  ['an empty text', '{"id":"a","text":""}', { id: 'a', encoding: 'GSM-7', segments: 1, units: 0 }],
  ['a line without text', '{"id":"a"}', { id: null, error: expect.any(String) }],
  ['no JSON', 'hallo', { id: null, error: expect.any(String) }],
  ['null', 'null', { id: null, error: expect.any(String) }],
])('%s', (_label, line, expected) => {
  expect(JSON.parse(segmentsOfLine(line)!)).toEqual(expected)
})

test('an empty line gives no line', () => expect(segmentsOfLine(' ')).toBeNull())

test('a text given as an argument is described in words or as JSON', async () => {
  const written: string[] = []
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(text => written.push(String(text)) > 0)
  try {
    await segmentsCommand().parseAsync(['België'], { from: 'user' })
    await segmentsCommand().parseAsync(['België', '--json'], { from: 'user' })
  } finally {
    write.mockRestore()
  }
  expect(written).toEqual(['UCS-2, 6 units, 1 SMS\n', '{"encoding":"UCS-2","segments":1,"units":6}\n'])
})
