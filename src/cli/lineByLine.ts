import type { Readable, Writable } from 'node:stream'

/** Enough to make one write worthwhile, little enough to keep no reader waiting. */
const BUFFER = 64 * 1024

/**
 * Answers every line of the input with one line of output (none for null). Waits whenever the reader is slower than
 * we are; a reader that has gone away ends it quietly.
 */
export async function lineByLine(
  input: Readable,
  output: Writable,
  answer: (line: string) => string | null,
): Promise<void> {
  let gone = false
  const leave = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    gone = true
  }
  output.on('error', leave)
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      output.write(text, error => {
        if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error)
        else resolve()
      })
    })
  let ready = ''
  const take = (line: string) => {
    const answered = answer(line.replace(/\r$/, ''))
    if (answered !== null) ready += `${answered}\n`
  }
  input.setEncoding('utf8')
  let rest = ''
  for await (const chunk of input as AsyncIterable<string>) {
    const lines = chunk.split('\n')
    rest += lines.shift() ?? ''
    for (const line of lines) {
      take(rest)
      rest = line
      if (ready.length >= BUFFER) {
        await write(ready)
        ready = ''
      }
    }
    if (gone) break
  }
  if (rest !== '') take(rest)
  if (ready !== '' && !gone) await write(ready)
  output.off('error', leave)
}
