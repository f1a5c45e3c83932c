import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { replay, TRANSCRIPT, type Transcript, writeTranscript } from '../src/cli/transcript'
import { loadContent } from '../src/content/loadContent'
import { listFiles, parseWith, readSource } from '../src/content/source'

/**
 * Every talk in test/conversations/, held again with the real bot and the real words; state is written and read back
 * between turns, and each turn is done twice. A wanted change of words: `UPDATE=1 npx jest test/conversations.test.ts`
 * writes the bot's side anew, and the difference is read before it is committed.
 */
const { content } = loadContent(join(__dirname, '..'))
const files = listFiles(join(__dirname, 'conversations'), '.yaml')

function read(file: string): Transcript {
  const { value, problems } = parseWith(TRANSCRIPT, readSource(__dirname, file))
  if (!value) throw new Error(problems.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'))
  return value
}

test.each(files.map(file => [basename(file, '.yaml'), file]))('%s', async (_, file) => {
  const written = read(file)
  const held = await replay(written, content)
  if (process.env.UPDATE) writeFileSync(file, writeTranscript(held))
  else expect(held).toEqual(written)
})

test('every dialog has a talk', () => {
  const talked = new Set(files.map(file => read(file).dialog))
  expect(content.dialogs.map(({ id }) => id).filter(id => !talked.has(id))).toEqual([])
})

test('every language has a talk', () => {
  const spoken = new Set(files.map(file => read(file).language))
  expect(content.texts.languages.filter(tag => !spoken.has(tag))).toEqual([])
})
