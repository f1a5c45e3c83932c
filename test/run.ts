import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMongod } from './support/startMongod'

/** Everything `npm test` does, one after the other; each look counts as one test, and the last line counts them all. */
const LOOKS: [label: string, command: string[]][] = [
  ['content', ['node', 'bin/brugbode.js', 'check']],
  ['types', ['npx', 'tsc', '--noEmit']],
  ['lint and format', ['npx', 'biome', 'check', '.']],
]
const count = { passed: 0, failed: 0 }
const folder = mkdtempSync(path.join(tmpdir(), 'brugbode-test-'))

function run(command: string[], environment: NodeJS.ProcessEnv = {}): boolean {
  const [program = '', ...args] = command
  return spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0
}

function look(label: string, command: string[]): void {
  console.log(`\n— ${label}`)
  if (run(command)) count.passed++
  else count.failed++
}

function jest(label: string, args: string[], environment: NodeJS.ProcessEnv): void {
  console.log(`\n— ${label}`)
  const file = path.join(folder, `${label.replace(/\W+/g, '-')}.json`)
  const ended = run(
    ['npx', 'jest', '--json', `--outputFile=${file}`, '--silent', '--maxWorkers=100%', ...args],
    environment,
  )
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    count.passed += numPassedTests
    // A file that could not even be loaded, and a test that was left out, count as failures.
    count.failed += Math.max(numFailedTests, numFailedTestSuites, ended ? 0 : 1) + numPendingTests
  } catch {
    count.failed++
  }
}

async function main(): Promise<void> {
  for (const [label, command] of LOOKS) look(label, command)
  jest('embedded engine', [], { MONGODB_TEST_URI: '' })
  const server = await startMongod()
  if (server) {
    const both = ['test/integration', 'test/conversations.test.ts', 'test/e2e']
    jest(`second engine: ${server.says}`, both, { MONGODB_TEST_URI: server.uri, BRUGBODE_NO_BROWSER: '1' })
    await server.stop()
  }
  console.log(
    `\nEngines: embedded${server ? `; ${server.says}` : '; no MongoDB at hand (set MONGODB_TEST_URI, or have mongod on the PATH)'}`,
  )
  rmSync(folder, { recursive: true, force: true })
  console.log(`${count.passed} passed, ${count.failed} failed`)
  process.exitCode = count.failed === 0 ? 0 : 1
}

void main()
