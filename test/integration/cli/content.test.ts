import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { contentFolder, VISIT_YAML } from '../../support/contentFolder'

const ROOT = join(__dirname, '../../..')

function brugbode(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/brugbode.js', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr }
}

describe('brugbode check', () => {
  test('finds nothing wrong in this house, and says how much it looked at', () => {
    const { status, stdout } = brugbode(['check'])
    expect(stdout).toMatch(/^Looked at \d+ dialogs with \d+ questions, .* in \d+ languages: no problems\.\n$/)
    expect(status).toBe(0)
  })

  test('names file, line and mistake, and ends with 1', () => {
    const folder = contentFolder({
      'dialogs/visit.yaml': VISIT_YAML.replace('question: coming', 'question: gone'),
    })
    const { status, stdout } = brugbode(['check', '--content', folder])
    expect(stdout).toContain('dialogs/visit.yaml:19 there is no question gone\n')
    expect(stdout).toMatch(/: 1 problem\.\n$/)
    expect(status).toBe(1)
  })

  test('tells machines the same', () => {
    const { stdout } = brugbode(['check', '--json', '--content', contentFolder()])
    expect(JSON.parse(stdout)).toMatchObject({ problems: [], looked: { dialogs: 2, questions: 4 } })
  })

  test('ends with 2 for what it does not know', () => {
    expect(brugbode(['check', '--colour']).status).toBe(2)
  })
})

describe('brugbode talk', () => {
  test('holds a dialog over a pipe, and records it as a transcript', () => {
    const folder = mkdtempSync(join(tmpdir(), 'talk-'))
    const record = join(folder, 'talk.yaml')
    const { status, stdout } = brugbode(
      ['talk', 'reminder', '--channel', 'sms', '--record', record],
      '/wait 1 hour\nNEE\n',
    )
    expect(status).toBe(0)
    expect(stdout).toContain('- rsvp no')
    expect(parse(readFileSync(record, 'utf8'))).toMatchObject({
      dialog: 'reminder',
      language: 'nl',
      channel: 'sms',
      talk: [{ bot: expect.any(String) }, { wait: '1 hour' }, { me: 'NEE' }, { bot: expect.any(String) }],
      answers: { coming: 'no' },
    })
    rmSync(folder, { recursive: true })
  })

  test('speaks the language that is asked for', () => {
    const { stdout } = brugbode(['talk', 'rsvp', '--language', 'ar', '--json'])
    const [first = ''] = stdout.split('\n')
    expect(JSON.parse(first)).toMatchObject({ language: 'ar', direction: 'rtl' })
  })

  test.each([['no-such-dialog'], ['rsvp', '--language', 'xx'], []])(
    'says what there is instead of %s %s %s',
    (...args) => {
      const { status, stderr } = brugbode(['talk', ...args])
      expect(status).toBe(2)
      expect(stderr).not.toBe('')
    },
  )
})
