import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openEmbedded } from '../../../src/store/embedded'

const CHILD = [process.execPath, '--import', 'tsx', join(__dirname, '../../support/storeChild.ts')]

let folder: string
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brugbode-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** Starts another process on the folder; `said` resolves with its lines once there are that many, or it has ended. */
function start(what: string, name: string, [command, ...args] = CHILD) {
  const child = spawn(command!, [...args, folder, what, name], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const lines: string[] = []
  const output = createInterface(child.stdout)
  output.on('line', line => lines.push(line))
  const ended = Promise.all([once(child, 'exit'), once(output, 'close')])
  const said = async (count: number) => {
    while (lines.length < count && child.exitCode === null) await Promise.race([once(output, 'line'), ended])
    return lines
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
    return lines
  }
  return { child, said, kill, ended, lines }
}

/** Everything acknowledged is there, every pair is whole, and the indexes lead to all of it. */
async function expectKept(acknowledged: readonly string[]): Promise<void> {
  const documents = await openEmbedded(folder)
  const rows = await documents.collection('outbox').list({})
  const ids = rows.map(({ _id }) => _id)
  expect(acknowledged.filter(id => !ids.includes(id))).toEqual([])
  expect((await documents.collection('statuses').list({})).map(({ _id }) => _id)).toEqual(ids)
  for (const { _id, key, nextAt } of rows) {
    expect((await documents.collection('outbox').first({ key }))?._id).toBe(_id)
    expect(await documents.collection('statuses').count({ row: _id, applied: false })).toBe(1)
    expect(await documents.collection('outbox').count({ state: 'planned', rank: 5, nextAt, key })).toBe(1)
  }
  await documents.close()
}

test('killed in the middle of writing, three times: nothing acknowledged is lost, nothing is half there', async () => {
  const acknowledged: string[] = []
  for (const [round, count] of [40, 150, 301].entries()) {
    const writer = start('write', `w${round}`)
    await writer.said(count)
    acknowledged.push(...(await writer.kill()).slice(1))
    expect(acknowledged.length).toBeGreaterThanOrEqual(count - 1)
    await expectKept(acknowledged)
  }
})

test('a second process is refused, and told which one and where; after a kill the folder is free', async () => {
  const first = start('wait', 'a')
  await first.said(1)
  const second = start('wait', 'b')
  const refusal = JSON.parse((await second.said(1))[0]!)
  expect(refusal).toMatchObject({ code: 'STORE_IN_USE', facts: { folder, pid: first.child.pid } })
  expect(refusal.message).toContain(folder)
  expect(refusal.message).toContain(String(first.child.pid))
  await second.ended
  expect(second.child.exitCode).toBe(1)

  await expect(openEmbedded(folder)).rejects.toMatchObject({ code: 'STORE_IN_USE' })
  await first.kill()
  const third = start('wait', 'c')
  expect(await third.said(1)).toEqual(['open'])
})

test('of five processes that come at once after a kill, one gets the folder', async () => {
  const first = start('wait', 'a')
  await first.said(1)
  await first.kill()
  const five = ['b', 'c', 'd', 'e', 'f'].map(name => start('wait', name))
  const answers = await Promise.all(five.map(({ said }) => said(1)))
  const opened = answers.filter(([line]) => line === 'open')
  expect(opened).toHaveLength(1)
  expect(answers.filter(([line]) => line?.includes('STORE_IN_USE'))).toHaveLength(4)
})

test('a folder that is open here is refused here too, until it is closed', async () => {
  const documents = await openEmbedded(folder)
  await expect(openEmbedded(folder)).rejects.toMatchObject({
    code: 'STORE_IN_USE',
    facts: { pid: process.pid },
  })
  await documents.collection('facts').insert({ _id: 'f', value: 1 })
  await documents.close()
  const again = await openEmbedded(folder)
  expect(await again.collection('facts').get('f')).toEqual({ _id: 'f', value: 1 })
  await again.close()
})

test('no room left: an error that says so, and everything acknowledged is still there', async () => {
  // A limit on the size of files is met by the same failing write as a full disk.
  const limited = ['/bin/sh', '-c', 'ulimit -f 4000; exec "$@"', 'sh', ...CHILD]
  const writer = start('fill', 'w', limited)
  await writer.ended
  const last = writer.lines.at(-1)!
  expect([last, writer.child.exitCode]).toEqual([expect.stringContaining('STORE_FULL'), 2])
  expect(writer.lines.length).toBeGreaterThan(20)
  await expectKept(writer.lines.slice(1, -1))
})
