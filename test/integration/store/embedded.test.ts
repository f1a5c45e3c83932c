import { sameAsOracle, WORLDS } from '../../contracts/documentsAgainstOracle'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'

let store: TestDocuments
beforeAll(async () => {
  store = await openTestDocuments()
})
afterAll(() => store.dispose())

test.each(WORLDS)('random requests about $name are answered as a plain list would', async world => {
  await sameAsOracle(world, () => store, Number(process.env.RUNS ?? 100))
})
