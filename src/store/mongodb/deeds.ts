import type { ClientSession, Collection } from 'mongodb'
import type { Filter, Patch, Sort, Stored } from '../../ports/documents'
import { checkDocument } from '../checkDocument'
import { checkFilter, checkSort } from '../checkFilter'
import { checkPatch } from '../patches'
import type { Shape } from '../shape'
import { isDuplicate } from './mongoError'
import { isOneDocument, patchToMongo, sortToMongo } from './toMongo'

// Checked at once, done later: a list of deeds is refused before the first of them is done.

export type Native = Collection<Stored>
export type Deed<R> = (session?: ClientSession) => Promise<R>

export function inserting(native: Native, shape: Shape, document: Stored): Deed<boolean> {
  const checked = checkDocument(shape, document)
  return async session => {
    try {
      await native.insertOne(checked, { session })
      return true
    } catch (error) {
      // A transaction is lost by then; whoever runs it must end it.
      if (isDuplicate(error)) return false
      throw error
    }
  }
}

export function changing(
  native: Native,
  shape: Shape,
  filter: Filter,
  patch: Patch,
  sort?: Sort,
): Deed<Stored | null> {
  checkFilter(shape, filter)
  const order = checkSort(shape, sort)
  const update = patchToMongo(checkPatch(shape, patch))
  return async session => {
    try {
      return await native.findOneAndUpdate(filter as never, update, {
        returnDocument: 'after',
        ...(isOneDocument(filter) ? {} : { sort: sortToMongo(order) }),
        session,
      })
    } catch (error) {
      if (isDuplicate(error)) return null
      throw error
    }
  }
}

export function removing(native: Native, shape: Shape, filter: Filter): Deed<number> {
  checkFilter(shape, filter)
  return async session => (await native.deleteMany(filter as never, { session })).deletedCount
}
