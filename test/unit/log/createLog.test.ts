import { createLog } from '../../../src/log/createLog'

function lines(write: (log: ReturnType<typeof createLog>) => void): string {
  const kept: string[] = []
  write(createLog('debug', { write: line => kept.push(line) }))
  return kept.join('')
}

test.each([
  ['a number in a fact', '+32470000001'],
  ['a number with spaces', '+32 470 00 00 01'],
  ['a WhatsApp address', 'whatsapp:+32470000001'],
  ['an account id of WhatsApp', 'BE.1A2B3C4D'],
])('%s never reaches the log', (_label, address) => {
  const written = lines(log => {
    log.info('sent', { to: address })
    log.error('failed', new Error(`cannot reach ${address} today`), { row: address })
  })
  expect(written).toContain('[address]')
  expect(written).not.toContain(address.slice(-6))
})

test('an error tells its name, code and first line, not what a library quotes below', () => {
  const error = Object.assign(new Error('duplicate\nname: "Amina"'), { code: 11000 })
  const written = lines(log => log.error('insert', error, { collection: 'contacts' }))
  expect(written).toContain('"code":"11000"')
  expect(written).toContain('duplicate')
  expect(written).not.toContain('Amina')
})

test('a thrown thing that is no error is written too', () => {
  expect(lines(log => log.error('odd', 'call +32470000001'))).toContain('call [address]')
})
