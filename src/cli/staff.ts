import { Command, Option } from 'commander'
import { ONLY_ORGANISATION } from '../domain/organisation'
import { emailOf, ROLES, type Role, SIGN_IN } from '../domain/staff'
import { AppError } from '../errors'
import type { Settings } from '../settings'
import type { Auditing } from '../use-cases/audit'
import { withStore } from './withStore'

/** `brugbode staff`: who may sign in. The first admin comes from here; the link it prints chooses the password. */
export function staffCommand(): Command {
  const command = new Command('staff')
    .description('who may sign in: add somebody, make a new link, list')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  command
    .command('add <email>')
    .description('adds somebody and prints the link with which they choose a password')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .option('--name <name>', 'how they are called; else the part before the @')
    .action((email: string, { role, name = email.split('@')[0]! }: { role: Role; name?: string }) =>
      withStore(async (deps, settings) => {
        const { addStaff } = require('../use-cases/addStaff') as typeof import('../use-cases/addStaff')
        const organisation = (await deps.documents.collection('organisations').first({}))?._id
        const added = { organisation: organisation ?? ONLY_ORGANISATION, email, role, name }
        await addStaff(deps, { ...added, by: BY })
        await printLink(deps, settings, email)
      }),
    )
  command
    .command('link <email>')
    .description('prints a new link for somebody who forgot the password, or let the first link pass')
    .action((email: string) => withStore((deps, settings) => printLink(deps, settings, email)))
  command
    .command('list')
    .description('everybody who may sign in')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      withStore(async ({ documents }) => {
        const staff = await documents.collection('staff').list({}, { sort: [['email', 1]] })
        const lines = staff.map(({ email, role, name, password }) => ({
          email,
          role,
          name,
          signsIn: password !== undefined,
        }))
        if (json) return console.log(JSON.stringify({ staff: lines }))
        for (const { email, role, name, signsIn } of lines)
          console.log(`${role.padEnd(12)} ${email}  ${name}${signsIn ? '' : '  (no password yet)'}`)
        if (lines.length === 0)
          console.log('Nobody yet. Begin with: npx brugbode staff add <email> --role admin')
      }),
    )
  return command
}

const BY = 'command_line'
const DAY_MS = 24 * 3_600_000

async function printLink(deps: Auditing, settings: Settings, email: string): Promise<void> {
  const { inviteStaff } = require('../use-cases/inviteStaff') as typeof import('../use-cases/inviteStaff')
  const kept = emailOf(email)
  const staff = kept ? await deps.documents.collection('staff').first({ email: kept }) : null
  if (!staff)
    throw new AppError(
      'ARGUMENT_INVALID',
      'Nobody of the staff has this e-mail address; `npx brugbode staff list` shows who does',
    )
  const secret = await inviteStaff(deps, staff, BY)
  const address = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  console.log(`${address}/invitation/${secret}`)
  console.error(
    `Give this link to nobody but ${staff.email}. It works once, within ${SIGN_IN.INVITATION_MS / DAY_MS} days.`,
  )
}
