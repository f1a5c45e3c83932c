import { spawnSync } from 'node:child_process'
import { startReplicaSet } from './startMongod'

/** `npm run test:mongodb`: fetches a MongoDB (internet needed), runs the suites of the second engine on it. */
async function main(): Promise<void> {
  const server = await startReplicaSet({}, 'MongoDB, fetched for this run')
  console.log(`Second engine: ${server.says}`)
  const { status } = spawnSync(
    'npx',
    ['jest', 'test/integration', 'test/conversations.test.ts', 'test/e2e'],
    {
      stdio: 'inherit',
      env: { ...process.env, MONGODB_TEST_URI: server.uri, BRUGBODE_NO_BROWSER: '1' },
    },
  )
  await server.stop()
  process.exitCode = status ?? 1
}

void main()
