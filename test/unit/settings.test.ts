import { readFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../src/errors'
import { isPractice, readSettings, SETTING_NAMES } from '../../src/settings'

const problemsOf = (environment: Record<string, string>): string[] => {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return (error as AppError).facts.problems as string[]
  }
}

test('without any setting it is practice', () => {
  const settings = readSettings({})
  expect(isPractice(settings)).toBe(true)
  expect(settings).toMatchObject({
    PORT: 3000,
    PHONES_PORT: 3001,
    DATA_FOLDER: './data',
    ZONE: 'Europe/Brussels',
  })
})

test('an empty line of .env is no setting', () => {
  expect(
    readSettings({ MONGODB_URI: '', PUBLIC_URL: '', TWILIO_ACCOUNT_SID: '' }).MONGODB_URI,
  ).toBeUndefined()
})

test('all mistakes are told together', () => {
  const problems = problemsOf({
    PORT: 'many',
    ZONE: 'Europe/Ostend',
    MONGODB_URI: 'localhost',
    TWILIO_SMS_SENDER: '0470',
  })
  expect(problems.map(problem => problem.split(' ')[0])).toEqual(
    expect.arrayContaining(['PORT', 'ZONE', 'MONGODB_URI', 'TWILIO_SMS_SENDER']),
  )
})

test('with an account everything that it needs is asked for at once', () => {
  const problems = problemsOf({ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}` })
  for (const name of [
    'TWILIO_AUTH_TOKEN',
    'PUBLIC_URL',
    'BRUGBODE_KEY',
    'ORGANISATION_NAME',
    'CONTACT_PERSON_PHONE',
    'TWILIO_SMS_SENDER',
  ])
    expect(problems.join('\n')).toContain(name)
})

test('a complete account is accepted, and a slash at the end of the address is dropped', () => {
  const settings = readSettings({
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'secret',
    PUBLIC_URL: 'https://bot.example.org/',
    BRUGBODE_KEY: Buffer.alloc(32, 1).toString('base64'),
    ORGANISATION_NAME: 'Huis',
    ORGANISATION_PROJECT: 'jobcafés',
    CONTACT_PERSON_NAME: 'Els',
    CONTACT_PERSON_PHONE: '+3259000000',
    TWILIO_SMS_SENDER: '+32460000000',
  })
  expect(isPractice(settings)).toBe(false)
  expect(settings.PUBLIC_URL).toBe('https://bot.example.org')
})

test('.env.example explains every setting, and no other', () => {
  const example = readFileSync(path.join(__dirname, '../../.env.example'), 'utf8')
  const lines = example.split('\n')
  const named = lines.flatMap(line => /^([A-Z_]+)=/.exec(line)?.[1] ?? [])
  expect(named.sort()).toEqual([...SETTING_NAMES].sort())
  expect(
    problemsOf(
      Object.fromEntries(
        lines.flatMap(line => (/^[A-Z_]+=/.test(line) ? [line.split(/=(.*)/s).slice(0, 2)] : [])),
      ),
    ),
  ).toEqual([])
})
