import { Command, Option } from 'commander'
import { FIELDS } from '../domain/contacts/headerWords'
import type { ImportOptions } from './importFile'

/** `brugbode import`: people from a list. A dry run unless `--yes`. Exit code 1: rows to fix, or the list cannot be taken over. */
export function importCommand(): Command {
  return new Command('import')
    .description('take over people from a list (CSV or XLSX); without --yes it only says what it would do')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .argument('<file>', 'the list')
    .option('--yes', 'keep the people who are ready; rows to fix stay out', false)
    .option('--dry-run', 'only say what would be done, even with --yes', false)
    .option('--organisation <id>', 'whose people they are, when there are several organisations')
    .addOption(
      new Option('--language <tag>', 'language of the report').choices(['nl', 'fr', 'en']).default('nl'),
    )
    .option(
      '--map <field=letter>',
      `which column is what, when the guess is wrong: phone=C. Fields: ${FIELDS.join(', ')}`,
      (one: string, before: string[]) => [...before, one],
      [],
    )
    .option('--same-people', 'a new number under the name of somebody who gets letters only is theirs', false)
    .option('--json', 'for machines: the plan or the result, with the same codes', false)
    .action(async (file: string, options: ImportOptions) => {
      // Content, store and readers are loaded for this command alone.
      const { importFile } = require('./importFile') as typeof import('./importFile')
      await importFile(file, options)
    })
}
