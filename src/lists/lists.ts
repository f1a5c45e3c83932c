import type { Lists } from '../ports/lists'
import { readList } from './readList'
import { writeList } from './writeList'

/** Spreadsheets as people make them. */
export const lists: Lists = { read: readList, write: writeList }
