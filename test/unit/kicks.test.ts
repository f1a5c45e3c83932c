import { createKicks } from '../../src/kicks'
import { until } from '../support/until'

/** Work that ends when the test says so. */
function doors() {
  const log: string[] = []
  const open = new Map<string, () => void>()
  const work = (id: string) =>
    new Promise<void>(resolve => {
      log.push(id)
      open.set(id, resolve)
    })
  const finish = async (id: string) => {
    const runs = log.length
    open.get(id)?.()
    open.delete(id)
    // One turn of the event loop: what was to begin because of it has begun.
    await new Promise(setImmediate)
    return log.slice(runs)
  }
  return { log, work, finish, running: () => [...open.keys()] }
}

test('the first kick starts at once', () => {
  const { log, work } = doors()
  createKicks(work, 2).kick('a')
  expect(log).toEqual(['a'])
})

test('kicked while it runs, however often, it runs once more afterwards', async () => {
  const { log, work, finish } = doors()
  const kicks = createKicks(work, 2)
  for (let n = 0; n < 5; n++) kicks.kick('a')
  expect(log).toEqual(['a'])
  expect(await finish('a')).toEqual(['a'])
  expect(await finish('a')).toEqual([])
  expect(kicks.busy).toBe(false)
})

test('one person never has two at once', async () => {
  let now = 0
  let most = 0
  const kicks = createKicks(async () => {
    most = Math.max(most, ++now)
    await new Promise(setImmediate)
    now--
  }, 8)
  for (let n = 0; n < 20; n++) {
    kicks.kick('a')
    await new Promise(setImmediate)
  }
  await kicks.idle()
  expect(most).toBe(1)
})

test('no more run at once than may, and who waits has a turn, each once, in order', async () => {
  const { work, finish, running } = doors()
  const kicks = createKicks(work, 2)
  for (const id of ['a', 'b', 'c', 'd', 'c', 'd']) kicks.kick(id)
  expect(running()).toEqual(['a', 'b'])
  expect(await finish('b')).toEqual(['c'])
  expect(await finish('a')).toEqual(['d'])
  expect(await finish('c')).toEqual([])
  expect(await finish('d')).toEqual([])
  expect(kicks.busy).toBe(false)
})

test('who asks again and again does not keep others from their turn', async () => {
  const { work, finish } = doors()
  const kicks = createKicks(work, 1)
  kicks.kick('a')
  kicks.kick('b')
  kicks.kick('a')
  expect(await finish('a')).toEqual(['b'])
  expect(await finish('b')).toEqual(['a'])
})

test('idle waits for what runs, for what waits, and for what is asked meanwhile', async () => {
  const { log, work, finish } = doors()
  const kicks = createKicks(work, 1)
  kicks.kick('a')
  kicks.kick('b')
  let idle = false
  const waiting = kicks.idle().then(() => {
    idle = true
  })
  await finish('a')
  kicks.kick('c')
  await finish('b')
  expect(idle).toBe(false)
  await finish('c')
  await until(() => idle)
  await waiting
  expect(log).toEqual(['a', 'b', 'c'])
})

test('nothing to do is idle at once', async () => {
  await expect(createKicks(async () => {}, 1).idle()).resolves.toBeUndefined()
})
