import { everyTenSeconds } from '../../../src/clock/everyTenSeconds'

const log = { info() {}, warn() {}, error: jest.fn() }

test('looks at once, tells of a look that fails, and stops only when the look that runs is over', async () => {
  let looks = 0
  let isOver = false
  const stop = everyTenSeconds(async () => {
    looks++
    await new Promise(done => setTimeout(done, 50))
    isOver = true
    throw new Error('the store is away')
  }, log)
  expect(looks).toBe(1)
  await stop()
  expect(isOver).toBe(true)
  expect(log.error).toHaveBeenCalledWith('tick', expect.any(Error))
})
