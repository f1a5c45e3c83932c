import { forgetPictures } from '../../../src/use-cases/removePicture'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'
import { aCampaign } from '../../support/timelineBuilders'

const PATH = `/campaigns/${CAMPAIGN}/letters`
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 9])
let house: House

beforeAll(async () => {
  house = await openHouse({ people: [] })
  await house.documents
    .collection('campaigns')
    .insert(aCampaign({ _id: 'theirs', organisation: 'elsewhere' }))
})
afterAll(() => house.close())

function upload(bytes: Buffer, seen: number, path = PATH) {
  const body = new FormData()
  body.append('seen', String(seen))
  body.append('file', new Blob([new Uint8Array(bytes)]), 'map.png')
  return house.visit(`${path}/picture`, body)
}
async function served(cookie?: string) {
  const headers = { cookie: cookie ?? (await house.signIn()) }
  const response = await fetch(`${house.publicUrl}${PATH}/picture`, { headers, redirect: 'manual' })
  return [response.status, response.headers.get('content-type'), Buffer.from(await response.arrayBuffer())]
}

test('a map is put on the letters, and staff alone can see it', async () => {
  expect((await upload(PNG, 0)).status).toBe(303)
  expect(await served()).toEqual([200, 'image/png', PNG])
  expect((await served('session=nobody'))[0]).toBe(303)
  expect(await house.page(PATH)).toContain('Chosen by Els')
  expect((await upload(PNG, 0, '/campaigns/theirs/letters')).status).toBe(404)
})

test.each([
  ['no picture at all', Buffer.from('<svg onload="alert(1)"/>'), 'This is no PNG or JPEG'],
  ['one that is too large', Buffer.concat([PNG, Buffer.alloc(1_048_576)]), 'larger than 1 MB'],
  ['nothing', Buffer.alloc(0), 'No file is chosen yet'],
])('%s is refused beside its field, and the map stays', async (_, bytes, words) => {
  const refused = await upload(bytes, 1)
  expect(refused.status).toBe(422)
  expect(refused.html).toContain(words)
  expect((await served())[2]).toEqual(PNG)
})

test('of two coordinators the second is told, and sees what the first one chose', async () => {
  expect((await upload(JPEG, 1)).status).toBe(303)
  const late = await upload(PNG, 1)
  expect([late.status, late.html]).toEqual([
    409,
    expect.stringContaining('A colleague has just chosen another'),
  ])
  expect(await served()).toEqual([200, 'image/jpeg', JPEG])
})

test('taken off it can be taken back for a day; twice is once', async () => {
  const press = (deed: string) => house.post(`${PATH}/picture/${deed}`, { seen: '2' })
  await press('remove')
  await press('remove')
  expect((await served())[0]).toBe(404)
  await press('undo')
  expect((await served())[0]).toBe(200)
  await press('remove')
  const later = { documents: house.documents, clock: { now: () => house.clock.now() + 25 * 3_600_000 } }
  await forgetPictures(house)
  expect(await house.documents.collection('placePictures').count({})).toBe(1)
  await forgetPictures(later)
  expect(await house.documents.collection('placePictures').count({})).toBe(0)
})
