import { readFileSync } from 'node:fs'
import { AppError } from '../../errors'
import type { Table } from './walk'

const OWNER = Buffer.from('\0owner')

/** A process, told apart from a later one that got the same number. */
interface Owner {
  pid: number
  started: string
}

/**
 * Makes this process the folder's only one. LMDB's own write lock, which the system frees when its holder is killed,
 * lets one process at a time look and sign, so two can never both find the folder free.
 */
export function takeLock(table: Table, folder: string): void {
  const me: Owner = { pid: process.pid, started: startOf(process.pid) }
  const other = table.transactionSync(() => {
    const owner = table.get(OWNER) as Owner | undefined
    if (owner !== undefined && isAlive(owner)) return owner
    table.putSync(OWNER, me)
    return null
  })
  if (other !== null)
    throw new AppError(
      'STORE_IN_USE',
      `The folder ${folder} is in use by process ${other.pid}. One process at a time may open it: stop that one first, give this one another folder, or use MongoDB.`,
      { folder, pid: other.pid },
    )
}

export const releaseLock = (table: Table): void => void table.removeSync(OWNER)

function isAlive({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, as somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return startOf(pid) === started
}

/** The moment a process began, in the words of Linux: boot and clock ticks since. Elsewhere the number alone must do. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return ''
  }
}
