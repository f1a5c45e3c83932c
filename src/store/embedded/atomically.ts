import type { AtomicStep, Stored } from '../../ports/documents'
import { changeOne } from './collectionOn'
import type { Shelf } from './shelf'
import type { Writer } from './writer'

/** A step that passed its checks. Gives what to put back if a later one fails, or null when it fails itself. */
type Deed = () => (() => void)[] | null

/** All steps or none; each sees what the ones before it did. */
export function atomically(
  shelfOf: (name: string) => Shelf,
  writer: Writer,
  steps: readonly AtomicStep[],
): Promise<boolean> {
  const deeds = steps.map(step => deedOf(shelfOf, step))
  return writer.write(() => {
    const undo: (() => void)[] = []
    const back = () => {
      for (const put of undo.reverse()) put()
    }
    try {
      for (const deed of deeds) {
        const done = deed()
        if (done === null) {
          back()
          return false
        }
        undo.push(...done)
      }
      return true
    } catch (error) {
      back()
      throw error
    }
  })
}

function deedOf(shelfOf: (name: string) => Shelf, step: AtomicStep): Deed {
  if ('insert' in step) {
    const shelf = shelfOf(step.into)
    const document: Stored = shelf.checked(step.insert)
    return () =>
      shelf.get(document._id) === undefined && shelf.replace(undefined, document)
        ? [() => shelf.replace(document, undefined)]
        : null
  }
  if ('update' in step) {
    const shelf = shelfOf(step.in)
    const search = shelf.search(step.update)
    const patch = shelf.checkedPatch(step.patch)
    return () => {
      const changed = changeOne(shelf, search, patch, shelf.order())
      return changed && [() => shelf.replace(changed.next, changed.before)]
    }
  }
  const shelf = shelfOf(step.from)
  const search = shelf.search(step.remove)
  return () => {
    const gone = [...shelf.find(search, shelf.order())]
    for (const document of gone) shelf.replace(document, undefined)
    return gone.map(document => () => shelf.replace(undefined, document))
  }
}
