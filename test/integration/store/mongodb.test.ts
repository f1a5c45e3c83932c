import { openMongodb } from '../../../src/store/mongodb'
import { refuseLoner } from '../../../src/store/mongodb/prepare'
import { documentsContract } from '../../contracts/documentsContract'
import { openTestDocuments, serverAddress } from '../../support/openDocuments'
import { type RestartableServer, restartableServer, startScript } from '../../support/restartableServer'
import { aStoredRow } from '../../support/storedExamples'

const uri = serverAddress()

test(`the second engine is ${uri ? 'tried here too' : 'not tried: MONGODB_TEST_URI is not set'}`, async () => {
  const store = await openTestDocuments()
  expect(store.engine).toBe(uri ? 'mongodb' : 'embedded')
  await store.dispose()
})

test('a server without transactions is refused, with what to do about it', () => {
  expect(() => refuseLoner({})).toThrow(/replica set; one member is enough/)
  expect(refuseLoner({ setName: 'rs0' })).toBeUndefined()
  expect(refuseLoner({ msg: 'isdbgrid' })).toBeUndefined()
})

test('no server is an error that says so', async () => {
  await expect(openMongodb('mongodb://127.0.0.1:1/', { patience: 200 })).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
  })
})

if (uri) describe('on the server of MONGODB_TEST_URI', () => documentsContract(openTestDocuments, 40))

const script = startScript()
if (script)
  describe('a server that goes away and comes back', () => {
    let server: RestartableServer
    beforeAll(async () => {
      server = await restartableServer(script)
    })
    afterAll(() => server.dispose())

    test('what was acknowledged is there; meanwhile every request says that nobody answers', async () => {
      const documents = await openMongodb(server.uri, { database: 'restart', patience: 300 })
      const outbox = documents.collection('outbox')
      const acknowledged: string[] = []
      let going = true
      const writing = (async () => {
        for (let i = 0; going; i++) {
          const _id = `r${i}`
          if (await outbox.insert(aStoredRow({ _id })).catch(() => false)) acknowledged.push(_id)
        }
      })()
      while (acknowledged.length < 20) await outbox.count({})
      await server.stop()

      const asks = [
        () => outbox.insert(aStoredRow({ _id: 'away' })),
        () => outbox.get('r0', { fresh: true }),
        () => outbox.list({ state: 'planned' }),
        () => outbox.claim({ state: 'planned' }, { set: { state: 'sending' } }, [['rank', 1]]),
        () => documents.atomically([{ insert: aStoredRow({ _id: 'away' }), into: 'outbox' }]),
      ]
      for (const ask of asks) await expect(ask()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })

      await server.start()
      const before = acknowledged.length
      while (acknowledged.length < before + 20) await outbox.count({}).catch(() => 0)
      going = false
      await writing
      const there = new Set((await outbox.list({})).map(({ _id }) => _id))
      expect(acknowledged.filter(_id => !there.has(_id))).toEqual([])
      expect(await documents.atomically([{ insert: aStoredRow({ _id: 'back' }), into: 'outbox' }])).toBe(true)
      await documents.close()
    })
  })
