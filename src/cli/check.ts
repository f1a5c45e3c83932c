import { resolve } from 'node:path'
import { Command } from 'commander'
import { type CheckedContent, checkContent } from '../content/checkContent'

const CONTENT = resolve(__dirname, '../..')

/** `brugbode check`: every mistake in dialogs, timelines and locales, with its file and line. Exit code 1: there are some. */
export function checkCommand(): Command {
  const command = new Command('check')
    .description('report every mistake in dialogs, timelines and locales')
    .option('--content <folder>', 'the folder that holds them', CONTENT)
    .option('--json', 'for machines: {"problems":[{"file","line","message"}],"looked":{…}}', false)
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  return command.action((options: { content: string; json: boolean }) => {
    const checked = checkContent(resolve(options.content))
    process.stdout.write(options.json ? `${JSON.stringify(checked)}\n` : report(checked))
    if (checked.problems.length > 0) process.exitCode = 1
  })
}

function report({ problems, looked }: CheckedContent): string {
  const lines = problems.map(({ file, line, message }) => `${file}:${line} ${message}`)
  const found =
    problems.length === 0
      ? 'no problems'
      : problems.length === 1
        ? '1 problem'
        : `${problems.length} problems`
  const closing =
    `Looked at ${looked.dialogs} dialogs with ${looked.questions} questions, ${looked.timelines} timelines ` +
    `with ${looked.steps} steps, ${looked.texts} texts in ${looked.languages} languages: ${found}.`
  return `${[...lines, closing].join('\n')}\n`
}
