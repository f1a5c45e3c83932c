import path from 'node:path'
import { Command } from 'commander'
import { AppError } from '../errors'
import type { TemplateState, Templates } from '../ports/templates'
import type { Settings } from '../settings'
import type { Auditing } from '../use-cases/audit'
import { withStore } from './withStore'

/** `brugbode templates`: what WhatsApp must approve before it may leave. */
export function templatesCommand(): Command {
  const command = new Command('templates')
    .description('texts that WhatsApp must approve: hand them in, see how they fare')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  const deeds = {
    push: ['hands in every standard text that is not handed in yet', handIn],
    status: ['asks WhatsApp how each of them fares', askHow],
  } as const
  for (const [name, [says, deed]] of Object.entries(deeds))
    command
      .command(name)
      .description(says)
      .option('--json', 'print as JSON')
      .action(({ json }: { json?: boolean }) =>
        withStore(async (deps, settings) => print(await deed(deps, settings), json ?? false)),
      )
  return command
}

async function handIn(deps: Auditing, settings: Settings): Promise<TemplateState[]> {
  const { templatePatterns } =
    require('../content/templatePatterns') as typeof import('../content/templatePatterns')
  const { sampleFacts } = require('../content/sampleFacts') as typeof import('../content/sampleFacts')
  return withTemplates(deps, settings, (templates, content) =>
    templates.pushTemplates(templatePatterns(content, sampleFacts(content))),
  )
}

const askHow = (deps: Auditing, settings: Settings): Promise<TemplateState[]> =>
  withTemplates(deps, settings, templates => templates.refreshApprovals())

/** @throws SETTINGS_INVALID in practice: there the program that runs is its own provider */
async function withTemplates<T>(
  { documents, clock }: Auditing,
  settings: Settings,
  deed: (templates: Templates, content: import('../ports/content').Content) => Promise<T>,
): Promise<T> {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl } = settings
  if (!accountSid || !authToken || !publicUrl)
    throw new AppError(
      'SETTINGS_INVALID',
      'WhatsApp is not connected: the account of the provider is not in the settings',
    )
  const { loadContent } = require('../content/loadContent') as typeof import('../content/loadContent')
  const { createTwilioChannel } =
    require('../channels/twilio/channel') as typeof import('../channels/twilio/channel')
  const { content, locales } = loadContent(path.join(__dirname, '../..'))
  const channel = createTwilioChannel({
    settings: {
      accountSid,
      authToken,
      publicUrl,
      ...(settings.TWILIO_API_URL ? { apiUrl: settings.TWILIO_API_URL } : {}),
    },
    languageCode: tag => locales.find(locale => locale.tag === tag)?.language.whatsapp ?? null,
    documents,
    clock,
    log: { info() {}, warn: console.error, error: console.error },
  })
  try {
    return await deed(channel, content)
  } finally {
    await channel.close()
  }
}

function print(states: readonly TemplateState[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ templates: states }))
    return
  }
  for (const { name, language, approval, problems } of states)
    console.log(`${approval.padEnd(9)} ${language.padEnd(6)} ${name}  ${problems.join(', ')}`.trimEnd())
  const approved = states.filter(state => state.approval === 'approved').length
  console.log(`${approved} of ${states.length} approved.`)
}
