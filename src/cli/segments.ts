import { Command } from 'commander'
import { type Segments, segments } from '../domain/text/segments'
import { lineByLine } from './lineByLine'

interface Options {
  jsonl: boolean
  json: boolean
}

/** `brugbode segments`: how a text travels as SMS. With `--jsonl` one `{"id","text"}` per line of the input. */
export function segmentsCommand(): Command {
  const command = new Command('segments')
    .description('print encoding, length and number of parts of an SMS')
    .argument('[text]', 'the text; without it, one text per line of the input')
    .option('--jsonl', 'read {"id","text"} per line, print {"id","encoding","segments","units"}', false)
    .option('--json', 'for machines: {"encoding","segments","units"}', false)
  return command.action(async (text: string | undefined, { jsonl, json }: Options) => {
    const show = (one: string) => (json ? JSON.stringify(segments(one)) : inWords(segments(one)))
    if (text !== undefined && !jsonl) process.stdout.write(`${show(text)}\n`)
    else await lineByLine(process.stdin, process.stdout, jsonl ? segmentsOfLine : show)
  })
}

/** One line of JSON in, one out; a line that cannot be read says so and stops nothing. */
export function segmentsOfLine(line: string): string | null {
  if (line.trim() === '') return null
  try {
    const { id, text } = JSON.parse(line)
    if (typeof text !== 'string') return JSON.stringify({ id: null, error: 'text is missing' })
    return JSON.stringify({ id: id ?? null, ...segments(text) })
  } catch {
    return JSON.stringify({ id: null, error: 'not a line of JSON with id and text' })
  }
}

function inWords({ encoding, segments: parts, units }: Segments): string {
  return `${encoding}, ${units} ${units === 1 ? 'unit' : 'units'}, ${parts} SMS`
}
