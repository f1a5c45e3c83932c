import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

const PATH = `/campaigns/${CAMPAIGN}/letters`
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const seenOn = (html: string) => /name="seen" value="(\d+)"\/?><button type="submit">/.exec(html)?.[1] ?? ''
const open = async () =>
  (await house.documents.collection('paperLetters').list({ campaign: CAMPAIGN })).filter(
    ({ posted }) => !posted,
  ).length

test('posted is what the page counted, not the pile that a colleague printed since; twice is once', async () => {
  await house.visit(PATH, { for: 'everyone', language: 'ar' })
  const counted = await open()
  const seen = seenOn((await house.visit(PATH)).html)
  await house.wind(house.clock.now() + 60_000)
  await house.visit(PATH, { for: 'everyone', language: '' })
  const all = await open()
  expect(all).toBeGreaterThan(counted)
  expect((await house.visit(`${PATH}/posted`, { seen })).to).toBe(`${PATH}?done=posted&count=${counted}`)
  expect((await house.visit(`${PATH}/posted`, { seen })).to).toBe(`${PATH}?done=posted&count=0`)
  expect(await open()).toBe(all - counted)
})
