import { openEmbedded } from '../../src/store/embedded'
import { aStoredRow, aStoredStatus } from './storedExamples'

/**
 * A process of its own for the store's tests: `storeChild.ts <folder> <what>`. Prints a line for everything that was
 * acknowledged, so that whoever kills it knows what must be there.
 */
async function main([folder, what, name]: string[]): Promise<void> {
  const documents = await openEmbedded(folder!).catch(error => {
    console.log(JSON.stringify({ code: error.code, message: error.message, facts: error.facts }))
    process.exit(1)
  })
  console.log('open')
  if (what === 'wait') return void setInterval(() => {}, 1000)
  const text = what === 'fill' ? 'x'.repeat(20_000) : undefined

  const worker = async (lane: number) => {
    for (let i = 0; ; i++) {
      const id = `${name}-${lane}-${i}`
      await documents.atomically([
        { insert: aStoredRow({ _id: id, nextAt: i, ...(text ? { text } : {}) }), into: 'outbox' },
        { insert: aStoredStatus({ _id: id, row: id }), into: 'statuses' },
      ])
      console.log(id)
    }
  }
  await Promise.all([0, 1, 2, 3].map(worker)).catch(error => {
    console.log(JSON.stringify({ code: error.code, message: error.message }))
    process.exit(2)
  })
}

void main(process.argv.slice(2))
