import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Command, Option } from 'commander'
import { loadContent } from '../content/loadContent'
import { CHANNELS, type ChannelName } from '../domain/message'
import { createRehearsal } from './rehearsal'
import { act, botLines, DEED, type Deed, type Transcript, writeTranscript } from './transcript'

const CONTENT = resolve(__dirname, '../..')

interface Options {
  language: string
  channel: ChannelName
  record?: string
  json: boolean
}

/** `brugbode talk`: hold a dialog in the terminal, with the real bot. Exit code 2: no such dialog or language. */
export function talkCommand(folder = CONTENT): Command {
  const command = new Command('talk')
    .description('hold a dialog in the terminal')
    .argument('<dialog>', 'the name of a file in dialogs/')
    .option('--language <tag>', 'the language you read', 'nl')
    .addOption(
      new Option('--channel <channel>', 'where you read it').choices([...CHANNELS]).default('whatsapp'),
    )
    .option('--record <file>', 'save the talk as a transcript for test/conversations/')
    .option('--json', 'for machines: each message of the bot as one line of JSON', false)
    .addHelpText(
      'after',
      '\nType as a participant would. Also: "/wait 48 hours", "/tap rsvp/coming/no", "/sends voice", "/staff take_over".\nAn empty line or Ctrl-D ends the talk.',
    )
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  return command.action((dialog: string, options: Options) => holdTalk(folder, dialog, options))
}

async function holdTalk(folder: string, dialog: string, options: Options): Promise<void> {
  const { content } = loadContent(folder)
  const { language, channel, json } = options
  if (!content.dialog(dialog))
    return wrong(`There is no dialog ${dialog}. There are: ${content.dialogs.map(({ id }) => id).join(', ')}`)
  if (!content.texts.languages.includes(language))
    return wrong(`There is no language ${language}. There are: ${content.texts.languages.join(', ')}`)

  const rehearsal = createRehearsal({ content, dialog, language, channel })
  const talk: Transcript['talk'] = []
  const show = (heard: Awaited<ReturnType<typeof rehearsal.begin>>) => {
    talk.push(...botLines(heard))
    for (const { text, rendered } of heard)
      process.stdout.write(json ? `${JSON.stringify(rendered)}\n` : `${text.replaceAll(/^/gm, '  ')}\n\n`)
  }
  show(await rehearsal.begin())
  const terminal = createInterface({ input: process.stdin })
  const isPerson = Boolean(process.stdin.isTTY) && !json
  if (isPerson) process.stdout.write('> ')
  for await (const line of terminal) {
    if (line === '') break
    const deed = deedOf(line)
    talk.push(deed)
    show(await act(rehearsal, deed, channel))
    if (isPerson) process.stdout.write('> ')
  }
  terminal.close()
  const answers = rehearsal.answers()
  const does = rehearsal.deeds()
  process.stdout.write(json ? `${JSON.stringify({ answers, does })}\n` : `${summary(answers, does)}\n`)
  if (options.record)
    writeFileSync(options.record, writeTranscript({ dialog, language, channel, talk, answers, does }))
}

/** What is no deed is words: a participant may begin with a slash too. */
function deedOf(line: string): Deed {
  const [, what = '', rest] = /^\/(wait|tap|sends|staff) (.+)$/.exec(line) ?? []
  const deed = DEED.safeParse({ [what]: rest })
  return deed.success ? deed.data : { me: line }
}

const summary = (answers: Record<string, unknown>, does: readonly string[]): string =>
  [
    ...Object.entries(answers).map(([question, answer]) => `${question}: ${JSON.stringify(answer)}`),
    ...does.map(deed => `- ${deed}`),
  ].join('\n')

function wrong(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 2
}
