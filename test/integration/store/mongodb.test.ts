import { openMongodb } from '../../../src/store/mongodb'
import { refuseLoner } from '../../../src/store/mongodb/prepare'
import { documentsContract } from '../../contracts/documentsContract'
import { openTestDocuments, serverAddress } from '../../support/openDocuments'

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
