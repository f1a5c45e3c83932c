import { Command } from 'commander'
import type { Contact } from '../domain/contact'
import { readPhone } from '../domain/dialog/answers/phone'
import { AppError } from '../errors'
import type { Documents } from '../ports/documents'
import type { Settings } from '../settings'
import { REGION } from '../use-cases/addContact'
import type { Auditing } from '../use-cases/audit'
import { installationKey } from './installationKey'
import { withStore } from './withStore'

const BY = 'command_line'
const WHO = 'their number, or the id in the address of their page'

/** `brugbode person-data`: all that we know of one person, for that person. */
export function personDataCommand(): Command {
  return new Command('person-data')
    .description('everything we know of one person, as JSON; answers without a name are not part of it')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .argument('<person>', WHO)
    .option('--json', 'JSON is what it prints anyway')
    .action((person: string) =>
      withStore(async (deps, settings) => {
        const { exportContact } =
          require('../use-cases/exportContact') as typeof import('../use-cases/exportContact')
        const contact = await contactOf(deps.documents, person)
        const data = await exportContact({ ...deps, seal: sealOf(settings) }, contact, BY)
        console.log(JSON.stringify(data, null, 2))
      }),
    )
}

/** `brugbode forget`: removes one person. Says what would go, unless `--yes`. */
export function forgetCommand(): Command {
  return new Command('forget')
    .description(
      'forgets one person: all that we know goes, only a STOP stays; without --yes it only says so',
    )
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .argument('<person>', WHO)
    .option('--yes', 'do it; it cannot be undone', false)
    .option('--json', 'for machines')
    .action((person: string, { yes, json }: { yes: boolean; json?: boolean }) =>
      withStore(async deps => {
        const contact = await contactOf(deps.documents, person)
        if (!yes) {
          if (json) return console.log(JSON.stringify({ forgotten: false, contact: contact._id }))
          return console.log(
            `Would forget ${contact._id}: details, messages, named answers, tasks and what still had to leave. Answers without a name cannot be found back. To do it: the same command with --yes`,
          )
        }
        const { keepsStop } = await forget(deps, contact)
        if (json) return console.log(JSON.stringify({ forgotten: true, contact: contact._id, keepsStop }))
        console.log(
          keepsStop ? 'Forgotten. The number stays, with that nothing may be sent to it.' : 'Forgotten.',
        )
      }),
    )
}

const sealOf = (settings: Settings) => {
  const { createSeal } = require('../seal/createSeal') as typeof import('../seal/createSeal')
  return createSeal(installationKey(settings, settings.DATA_FOLDER))
}

function forget(deps: Auditing, contact: Contact) {
  const { forgetContact } =
    require('../use-cases/forgetContact') as typeof import('../use-cases/forgetContact')
  const { createLanes } = require('../store/lanes') as typeof import('../store/lanes')
  const { createOutbox } = require('../store/outbox') as typeof import('../store/outbox')
  const stores = { lanes: createLanes(deps.documents), outbox: createOutbox(deps.documents) }
  return forgetContact({ ...deps, ...stores }, contact, BY)
}

async function contactOf(documents: Documents, person: string): Promise<Contact> {
  const contacts = documents.collection('contacts')
  const byId = await contacts.get(person)
  if (byId && !byId.forgotten) return byId
  const number = readPhone(person, REGION)
  const known: Contact[] = []
  for (const { _id } of number ? await documents.collection('organisations').list({}) : [])
    for (const channel of ['whatsapp', 'sms'] as const)
      known.push(...(await contacts.list({ addressKeys: `${_id}|${channel}|${number}` })))
  const different = [...new Map(known.filter(one => !one.forgotten).map(one => [one._id, one])).values()]
  const [one] = different
  if (one && different.length === 1) return one
  throw new AppError(
    'CONTACT_NOT_FOUND',
    different.length > 1
      ? `Several people have this number, in several organisations; give the id: ${different.map(({ _id }) => _id).join(', ')}`
      : 'Nobody has this number or id',
  )
}
