import {
  type Checked,
  type Fixes,
  fixed,
  type ListImport,
  type UploadedList,
} from '../domain/contacts/listImport'
import { AppError } from '../errors'
import type { Lists, ReadList } from '../ports/lists'
import type { Seal } from '../ports/seal'

export interface OpenList {
  lists: Lists
  seal: Pick<Seal, 'lock' | 'unlock'>
}

/** @throws AppError IMPORT_GONE when the list is done, left or too old */
export function uploadedList({ seal }: Pick<OpenList, 'seal'>, { list }: ListImport): UploadedList {
  if (list === undefined) throw new AppError('IMPORT_GONE', 'The uploaded list is not kept any more')
  return JSON.parse(seal.unlock(list)) as UploadedList
}

/** What is on the chosen sheet, with what was put right. */
export async function openList(deps: OpenList, listImport: ListImport): Promise<ReadList> {
  const { bytes } = uploadedList(deps, listImport)
  const read = await deps.lists.read(Buffer.from(bytes, 'base64'), listImport.sheet)
  return read.ok ? { ...read, rows: fixed(read.rows, fixesOf(deps, listImport)) } : read
}

export const fixesOf = ({ seal }: Pick<OpenList, 'seal'>, { fixes }: ListImport): Fixes =>
  fixes === undefined ? {} : (JSON.parse(seal.unlock(fixes)) as Fixes)

export const checkedOf = ({ seal }: Pick<OpenList, 'seal'>, { checked }: ListImport): Checked | null =>
  checked === undefined ? null : (JSON.parse(seal.unlock(checked)) as Checked)
