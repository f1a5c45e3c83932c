import { sampleFacts } from '../../../src/content/sampleFacts'
import { templatePatterns } from '../../../src/content/templatePatterns'
import { joinCampaign } from '../../../src/use-cases/joinCampaign'
import { readOwnWords } from '../../../src/use-cases/renderMessage'
import { saveOwnText } from '../../../src/use-cases/saveOwnText'
import { CAMPAIGN, openHouse, somebody } from '../../support/openHouse'

const KEY = 'timelines/networking-event:invitation'

test('by SMS own words leave at once; as a template only when WhatsApp has approved them', async () => {
  const house = await openHouse({
    people: [
      somebody('Gloria'),
      somebody('Amina', { language: 'ar' }),
      somebody('Dawa', { channels: ['sms'] }),
    ],
  })
  const standard = house.content.texts.wording(KEY, 'nl') ?? ''
  const words = standard.replace('Je Nederlands hoeft niet perfect te zijn.', 'Er is taart.')
  const place = { organisation: 'demo', campaign: CAMPAIGN }
  const written = { ...place, key: KEY, language: 'nl', text: words, rev: 0, by: 'els' }
  expect(await saveOwnText(house, written)).toMatchObject({ ok: true })
  await house.wind(Date.parse('2026-11-24T12:00:00Z'))
  expect(house.last('Dawa').body).toContain('Er is taart.')
  expect(house.last('Gloria').body).toContain('Je Nederlands hoeft niet perfect te zijn.')
  expect(house.last('Amina').body).not.toContain('taart')

  const patterns = templatePatterns(
    house.content,
    sampleFacts(house.content),
    await readOwnWords(house, place),
  )
  const asked = patterns.filter(pattern => pattern.own)
  expect(asked.map(({ key, language }) => [key, language])).toEqual([[KEY, 'nl']])
  await house.channel().pushTemplates(asked)
  await house.wind(house.clock.now() + 11 * 60_000)
  expect(await house.channel().standingOf(asked[0]!)).toMatchObject({ approval: 'approved' })
  const id = await house.newcomer(somebody('Sofie'))
  await joinCampaign(house, CAMPAIGN, id)
  await house.wind(house.clock.now() + 24 * 3_600_000)
  expect(
    house
      .phone('Sofie')
      .map(({ body }) => body)
      .join(),
  ).toContain('Er is taart.')
  await house.close()
})
