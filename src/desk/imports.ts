import { type ConsentForm, readConsentForm } from '../domain/contacts/consentForm'
import { guessColumns } from '../domain/contacts/guessColumns'
import type { Fixes, ListImport } from '../domain/contacts/listImport'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import type { Patch } from '../ports/documents'
import { asSeen } from '../use-cases/asSeen'
import { checkedOf, fixesOf, openList, uploadedList } from '../use-cases/openList'
import { undoImport } from '../use-cases/undoImport'
import { uploadList } from '../use-cases/uploadList'
import { type WorkOnImport, workOnImport } from '../use-cases/workOnImport'
import type { ImportRoutes } from '../web/pages/contacts/import/routes'
import { ofOwn } from './ofOwn'
import { ownCampaign } from './ownCampaign'
import type { DeskTools } from './tools'

const EXAMPLES = 3

/** A list of people on its way in, from the file to the last undo. */
export function createImportDesk(tools: DeskTools, working: WorkOnImport): ImportRoutes {
  const { documents, clock } = tools
  const imports = documents.collection('imports')
  const own = async (by: Staff, id: string): Promise<ListImport> =>
    ofOwn(by, await imports.get(id, { fresh: true }))
  const zoneOf = async ({ organisation }: Staff): Promise<string> =>
    (await documents.collection('organisations').get(organisation))?.zone ?? tools.zone

  /**
   * Goes on in the background; the page looks how far it is.
   * @param seen the list as it was shown; absent: however it is
   * @returns false when a colleague was first
   */
  const begin = async (
    by: Staff,
    id: string,
    from: readonly ListImport['state'][],
    patch: Patch,
    seen?: number,
  ): Promise<boolean> => {
    await own(by, id)
    const begun = await imports.update(
      {
        _id: id,
        state: { $in: from },
        list: { $exists: true },
        ...(seen === undefined ? {} : asSeen(seen)),
      },
      { ...patch, set: { ...patch.set, workUntil: 0, progress: { done: 0, of: 0 } }, inc: { rev: 1 } },
    )
    if (begun) workOnImport(working, id).catch(error => tools.log.error('import', error, { import: id }))
    return begun !== null
  }

  return {
    clock,
    newId: tools.newId,
    workbook: working.lists.write,
    zone: zoneOf,
    listImport: own,
    upload: async (by, file) => {
      if (file.campaign) await ownCampaign(tools, by, file.campaign)
      return uploadList({ ...working, documents, clock }, by, file)
    },
    campaign: async (by, { campaign }) => {
      const found = campaign === undefined ? null : await documents.collection('campaigns').get(campaign)
      return found?.organisation === by.organisation && found.removedAt === undefined ? found : undefined
    },
    columns: async (by, id) => {
      const mine = await own(by, id)
      const [uploaded, read] = [uploadedList(working, mine), await openList(working, mine)]
      if (!read.ok) throw new AppError('NOT_READABLE', 'The list cannot be read any more')
      const { columns, headerRows, titles } = guessColumns(read.rows, mine.columns)
      const people = read.rows.slice(headerRows).filter(row => row.some(cell => cell !== ''))
      const width = Math.max(0, ...read.rows.slice(0, 200).map(({ length }) => length))
      return {
        file: uploaded.name,
        sheets: read.sheets,
        sheet: mine.sheet,
        rows: people.length,
        columns: Array.from({ length: width }, (_, column) => ({
          title: titles[column] ?? '',
          examples: [...new Set(people.map(row => row[column] ?? '').filter(Boolean))].slice(0, EXAMPLES),
        })),
        guessed: mine.columns ?? columns,
      }
    },
    chooseSheet: async (by, id, sheet) => {
      await own(by, id)
      const unset = ['columns', 'fixes', 'checked', 'problem', 'same'] as const
      await imports.update(
        { _id: id, state: { $in: ['columns', 'check'] } },
        { set: { sheet, state: 'columns' }, unset, inc: { rev: 1 } },
      )
    },
    check: async (by, id, { columns, agrees, told }) => {
      const form: ConsentForm = { ...told, purpose: 'C1', state: 'given', about: '' }
      const somebody = { consents: [], language: 'nl' }
      const reading = { zone: await zoneOf(by), now: clock.now() }
      const read = agrees === 'yes' ? readConsentForm(form, somebody, reading) : null
      if (read && !read.ok) return { ok: false, problems: read.problems }
      if (!['yes', 'no', 'list'].includes(agrees))
        return { ok: false, problems: [{ field: 'agrees', problem: 'agrees_missing' }] }
      if (agrees === 'list' && columns.consent === undefined)
        return { ok: false, problems: [{ field: 'agrees', problem: 'agrees_no_column' }] }
      const { consent: _own, consent_date: _day, consent_how: _how, ...others } = columns
      // One answer for everybody: then what the list says of each is not asked.
      const taken = agrees === 'list' ? columns : others
      await begin(by, id, ['columns', 'check'], {
        set: { state: 'reading', columns: taken, ...(read && { consent: told }) },
        unset: ['problem', 'checked', 'same', ...(read ? [] : ['consent'])],
      })
      return { ok: true }
    },
    checked: async (by, id) => {
      const mine = await own(by, id)
      const checked = checkedOf(working, mine)
      return checked && mine.counts ? { checked, counts: mine.counts, seen: mine.rev ?? 0 } : null
    },
    fix: async (by, id, { fixes, same, seen }) => {
      const mine = await own(by, id)
      const all: Fixes = fixesOf(working, mine)
      for (const [row, cells] of Object.entries(fixes)) all[row] = { ...all[row], ...cells }
      const set = { state: 'reading', fixes: tools.seal.lock(JSON.stringify(all)), ...(same && { same }) }
      return begin(by, id, ['check'], { set }, seen)
    },
    take: (by, id, seen) => begin(by, id, ['check'], { set: { state: 'writing' } }, seen),
    leave: async (by, id) => {
      await own(by, id)
      await imports.remove({ _id: id, state: { $in: ['columns', 'check'] } })
    },
    undo: async (by, id) => undoImport(tools, await own(by, id), by),
  }
}
