import { Command } from 'commander'
import { checkCommand } from './check'
import { doctorCommand } from './doctor'
import { importCommand } from './import'
import { forgetCommand, personDataCommand } from './person'
import { planCommand } from './plan'
import { segmentsCommand } from './segments'
import { staffCommand } from './staff'
import { startCommand } from './start'
import { talkCommand } from './talk'
import { templatesCommand } from './templates'
import { understandCommand } from './understand'

const program = new Command('brugbode')
  .description('Announces, invites, prepares, reminds, thanks and listens, over WhatsApp and SMS.')
  .showHelpAfterError('(brugbode --help tells more)')
  .exitOverride(error => {
    // 2: the command was not understood. Help and version are answers, not mistakes.
    process.exit(error.exitCode === 0 ? 0 : 2)
  })

for (const command of [
  startCommand(),
  checkCommand(),
  talkCommand(),
  planCommand(),
  understandCommand(),
  segmentsCommand(),
  staffCommand(),
  templatesCommand(),
  importCommand(),
  personDataCommand(),
  forgetCommand(),
  doctorCommand(),
])
  program.addCommand(command)

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
