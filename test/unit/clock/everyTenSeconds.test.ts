import { everyTenSeconds } from '../../../src/clock/everyTenSeconds'

const SECOND = 1000
const log = { info() {}, warn() {}, error: jest.fn() }

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-26T09:00:01Z') })
})
afterEach(() => {
  jest.useRealTimers()
})

/** Looks that end when they are told to. */
function slowLooks() {
  const ends: ((failed?: Error) => void)[] = []
  const look = () => new Promise<void>((done, fail) => ends.push(failed => (failed ? fail(failed) : done())))
  return { ends, look }
}

test('looks at once, and one look at a time; after a look that failed the next tick looks again', async () => {
  const { ends, look } = slowLooks()
  const stop = everyTenSeconds(look, log)
  expect(ends).toHaveLength(1)
  await jest.advanceTimersByTimeAsync(25 * SECOND)
  expect(ends).toHaveLength(1)
  ends[0]?.(new Error('the store is away'))
  await jest.advanceTimersByTimeAsync(10 * SECOND)
  expect(log.error).toHaveBeenCalledWith('tick', expect.any(Error))
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await stop()
})

test('stops only when the look that runs is over, and looks no more', async () => {
  const { ends, look } = slowLooks()
  const stop = everyTenSeconds(look, log)
  let hasStopped = false
  const stopping = stop().then(() => {
    hasStopped = true
  })
  await jest.advanceTimersByTimeAsync(25 * SECOND)
  expect({ hasStopped, looks: ends.length }).toEqual({ hasStopped: false, looks: 1 })
  ends[0]?.()
  await stopping
  await jest.advanceTimersByTimeAsync(25 * SECOND)
  expect(ends).toHaveLength(1)
})
