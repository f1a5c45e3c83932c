import { DEMO_PEOPLE, type DemoPerson } from '../../src/practice/people'
import { brokenPromises } from '../support/brokenPromises'
import { bytesUnder, everythingStored, propertiesOf, type StoredThing } from '../support/everythingStored'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'
import { seeded } from '../support/seeded'

/** Anonymity 2.8: twelve people, each with a word of their own and scores that tell who it is. */
const at = (day: string, hour = '12:00') => Date.parse(`2026-${day}T${hour}:00+01:00`)
const EVALUATION = `${CAMPAIGN}:E-02`
const SEALED = ['letterbox', 'replies', 'texts', 'sounds', 'ledger']
const QUESTIONS = ['supervisors', 'clear_information', 'value', 'involvement', 'network', 'dare', 'remark']
const CRASHES = ['turn.afterCommit', 'turn.afterEachRow', 'turn.afterMarkHandled', 'turn.afterClear']
const WORDS =
  'kiwitaart vuurtoren zandkasteel bloemkool regenjas hangmat klokhuis wolkenbank trapauto eierdop mosterdzaad pepermolen'
const REMARKS = WORDS.split(' ')
const PEOPLE = DEMO_PEOPLE.map(
  ({ name }, index): DemoPerson => ({
    name,
    language: 'nl',
    channels: index % 4 === 3 ? ['sms'] : ['whatsapp', 'sms'],
    audience: 'participant',
    standing: 'agreed',
  }),
)
const NAMES = PEOPLE.map(({ name }) => name)
/** Who speaks instead of writing, and what every voice note of the phones begins with. */
const SPEAKER = 10
const VOICE = '(a voice note)'
const OGG = ['OggS', Buffer.from('OggS\0').toString('base64').slice(0, 6)]

/** As twelve in base five: no two people have the same two faces. */
const facesOf = (index: number): [number, number] => [(index % 5) + 1, Math.floor(index / 5) + 2]
const typedBy = (index: number): string[] => {
  const [first, second] = facesOf(index)
  const word = ['ja', 'nee', 'een beetje']
  return [
    'start',
    String(first),
    String(second),
    String((index % 8) + 1),
    String(((index + 2) % 5) + 1),
    word[index % 3] as string,
    word[(index + 1) % 3] as string,
    index === SPEAKER ? VOICE : `Ik vond het ${REMARKS[index]}`,
  ]
}

const chance = seeded(20261208)
let house: House
let crashAt: string | undefined

beforeAll(async () => {
  house = await openHouse({
    people: PEOPLE,
    crash: point => {
      if (point !== crashAt) return
      crashAt = undefined
      throw new Error('killed')
    },
  })
  await house.wind(at('12-08', '18:00'))
  for (const name of NAMES)
    await house.post(`/campaigns/${CAMPAIGN}/attendance`, {
      contact: house.idOf(name),
      attended: 'yes',
      seen: '',
    })
  await house.wind(at('12-10', '10:30'))
  await everybodyAnswers()
  await house.wind(house.clock.now() + 60_000)
}, 400_000)
afterAll(() => house?.close())

/** In a random order, mixed with each other. The last answer of four people meets a crash, each at another point. */
async function everybodyAnswers(): Promise<void> {
  const left = NAMES.map((name, index) => ({ name, index, texts: typedBy(index) }))
  while (left.length > 0) {
    const person = left[Math.floor(chance() * left.length)]
    const text = person?.texts.shift()
    if (!person || text === undefined) continue
    const isLast = person.texts.length === 0
    if (isLast) left.splice(left.indexOf(person), 1)
    if (isLast) crashAt = CRASHES[person.index]
    await (text === VOICE ? house.speaks(person.name) : house.says(person.name, text))
    house.clock.turnTo(house.clock.now() + Math.floor(chance() * 60_000))
    if (isLast && person.index < CRASHES.length) await house.restart()
  }
}

const identities = () => NAMES.flatMap(name => [name, house.idOf(name), house.numberOf(name)])
const remarkIn = (text: string): string | undefined => REMARKS.find(word => text.includes(word))
const isSealedBox = (value: unknown) => typeof value === 'string' && /^[\w-]{600,}$/.test(value)

/** A question's name with something readable beside it. */
function plainAnswers({ value, text, place }: StoredThing): string[] {
  const payload = /participant-survey\/\w+\/\w+/.exec(text)?.[0]
  const kept = [...propertiesOf(place.startsWith('facts/') ? {} : value)].filter(
    ([name, inner]) => QUESTIONS.includes(name) && !isSealedBox(inner),
  )
  const remark = remarkIn(text)
  return [payload, remark, ...kept.map(([name]) => name)]
    .filter(found => found !== undefined)
    .map(found => `${place}: ${found}`)
}

/** What the provider keeps, without the chat on the person's own phone. */
const providerLines = async () => {
  const journal = (await bytesUnder(house.folder)).find(({ file }) => file === 'journal.jsonl')
  const lines = (journal?.bytes.toString('utf8') ?? '').split('\n').filter(line => line !== '')
  return lines.map(line => {
    const [table, key, row] = JSON.parse(line) as [string, string, Record<string, unknown> | undefined]
    return JSON.stringify([table, key, { ...row, shown: undefined }])
  })
}

describe('while the block is not complete', () => {
  test('all twelve answered, and the crashes lost or doubled no letter', async () => {
    for (const name of NAMES) {
      expect((await house.enrolment(name))?.evaluations).toEqual({ 'E-02': 'answered' })
      expect((await house.got(name)).at(-1)).toMatch(/participant-survey:done$/)
    }
    const letters = await house.documents.collection('letterbox').list({ evaluation: EVALUATION })
    expect(letters).toHaveLength(NAMES.length)
    expect(new Set(letters.map(({ letter }) => letter.length)).size).toBe(1)
    expect(await brokenPromises({ ...house, now: house.clock.now() })).toEqual([])
  })

  test('no document holds an answer that can be read', async () => {
    const things = await everythingStored(house.documents)
    expect(things.length).toBeGreaterThan(100)
    expect(things.flatMap(plainAnswers)).toEqual([])
  })

  test('no byte of the store holds one, also not where it was freed', async () => {
    if (!house.storeFolder) return expect(house.documents.engine).toBe('mongodb')
    const files = await bytesUnder(house.storeFolder)
    // The search would find what is there: names are not locked.
    expect(files.some(({ bytes }) => bytes.includes('Blessing'))).toBe(true)
    const found = files.flatMap(({ file, bytes }) =>
      [...REMARKS, ...OGG, 'participant-survey/']
        .filter(word => bytes.includes(word))
        .map(word => `${file}: ${word}`),
    )
    expect(found).toEqual([])
  })

  test('the provider has nothing left to read', async () => {
    const lines = await providerLines()
    expect(lines.some(line => line.includes('inbound'))).toBe(true)
    expect(lines.filter(remarkIn)).toEqual([])
    const { accountSid, authToken } = house.account
    const list = await fetch(
      `${house.apiUrl}/2010-04-01/Accounts/${accountSid}/Messages.json?PageSize=1000`,
      {
        headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
      },
    )
    const { messages } = (await list.json()) as {
      messages: { direction: string; body: string; date_created: string }[]
    }
    const answers = messages.filter(
      ({ direction, date_created }) =>
        direction === 'inbound' && Date.parse(date_created) >= at('12-10', '00:00'),
    )
    expect(answers).toHaveLength(NAMES.length * 8)
    expect(answers.filter(({ body }) => body !== '')).toEqual([])
    const files = await bytesUnder(house.folder)
    expect(files.filter(({ bytes }) => bytes.includes('OggS'))).toEqual([])
  })

  test('no log line holds an answer, or an evaluation beside a person', () => {
    expect(house.lines.filter(remarkIn)).toEqual([])
    const both = house.lines.filter(
      line => line.includes(EVALUATION) && identities().some(id => line.includes(id)),
    )
    expect(both).toEqual([])
  })

  test('what we wrote back is the same for everybody', () => {
    const written = NAMES.map(name =>
      house
        .phone(name)
        .filter(
          ({ direction, createdAt, channel }) =>
            direction === 'outbound-api' && channel === 'whatsapp' && createdAt >= at('12-10', '10:30'),
        )
        .map(({ body }) => body)
        .join('\n'),
    ).filter(text => text !== '')
    expect(new Set(written).size).toBe(1)
  })

  test('the staff page tells who answered, and nothing else', async () => {
    const page = await house.page(`/campaigns/${CAMPAIGN}`)
    expect(remarkIn(page)).toBeUndefined()
    expect(await house.documents.collection('ledger').list({})).toEqual([])
  })

  test('the mark on the enrolment has no moment of its own', async () => {
    for (const { value } of (await everythingStored(house.documents)).filter(({ place }) =>
      place.startsWith('enrolments/'),
    )) {
      // When somebody was noted at the door is no secret, and was long before they answered.
      const { marked: _, ...enrolment } = value
      const times = [...propertiesOf(enrolment)].filter(
        ([, inner]) => inner instanceof Date || (typeof inner === 'number' && inner > 1e9),
      )
      expect(times.map(([name]) => name)).toEqual(['joinedAt'])
      expect(times.map(([, moment]) => moment)).not.toContain(house.clock.now())
    }
  })
})

describe('after the block is sealed', () => {
  let backup: StoredThing[]
  beforeAll(async () => {
    backup = await everythingStored(house.documents)
    await house.wind(at('12-22'))
  })

  test('every answer is there once, in one block', async () => {
    const replies = await house.documents.collection('replies').list({ evaluation: EVALUATION })
    const faces = replies.map(({ answers }) => `${answers.supervisors} ${answers.clear_information}`).sort()
    expect(faces).toEqual(NAMES.map((_, index) => facesOf(index).join(' ')).sort())
    expect(new Set(replies.map(({ block }) => block)).size).toBe(1)
    const texts = await house.documents.collection('texts').list({ evaluation: EVALUATION })
    const written = REMARKS.filter((_, index) => index !== SPEAKER)
    expect(texts.flatMap(({ text }) => remarkIn(text) ?? []).sort()).toEqual(written.sort())
    expect(texts.filter(({ recording }) => recording)).toMatchObject([{ text: '' }])
    expect(await house.documents.collection('sounds').list({})).toHaveLength(1)
    expect(await house.documents.collection('letterbox').list({})).toEqual([])
  })

  test('no place holds an answer beside a person', async () => {
    const things = await everythingStored(house.documents)
    const sealed = things.filter(({ place }) => SEALED.includes(place.split('/')[0] ?? ''))
    expect(sealed.length).toBeGreaterThan(24)
    const providers = house.emulator.messages().map(({ sid }) => sid)
    const people = [...identities(), ...providers]
    expect(sealed.filter(({ text }) => people.some(one => text.includes(one)))).toEqual([])
    expect(things.filter(thing => !sealed.includes(thing)).flatMap(plainAnswers)).toEqual([])
    expect(house.lines.filter(remarkIn)).toEqual([])
    expect((await providerLines()).filter(remarkIn)).toEqual([])
  })

  test('nothing about a reply tells when or in which order it came', async () => {
    const things = await everythingStored(house.documents)
    for (const { place, value } of things.filter(({ place }) => SEALED.includes(place.split('/')[0] ?? ''))) {
      const times = [...propertiesOf(value)].filter(
        ([, inner]) => inner instanceof Date || (typeof inner === 'number' && inner > 1e9 && inner < 1e13),
      )
      expect({ place, times }).toEqual({ place, times: [] })
      const id = String(value._id)
      if (!place.startsWith('ledger/')) expect(id).toMatch(/^[\w-]{22}$/)
      expect(id).not.toMatch(/^[0-9a-f]{24}$|^[0-9A-HJKMNP-TV-Z]{26}$|^[0-9a-f]{8}-[0-9a-f]{4}-[1-7]/)
    }
  })

  test('the page prints only what was printed: no remark before somebody read it, no count of one', async () => {
    const page = await house.page(`/campaigns/${CAMPAIGN}`)
    expect(remarkIn(page)).toBeUndefined()
    const entries = await house.documents.collection('ledger').list({ evaluation: EVALUATION })
    expect(entries.length).toBeGreaterThanOrEqual(5)
    await house.restart()
    expect(await house.documents.collection('ledger').list({ evaluation: EVALUATION })).toEqual(entries)
  })

  test('after the grace there is no key, and the letters of an older backup stay closed', async () => {
    await house.wind(at('12-27'))
    expect(await house.documents.collection('evaluationKeys').get(EVALUATION)).toBeNull()
    const letters = backup
      .filter(({ place }) => place.startsWith('letterbox/'))
      .map(({ value }) => String(value.letter))
    expect(letters).toHaveLength(NAMES.length)
    const strings = (await everythingStored(house.documents)).flatMap(({ value }) =>
      [...propertiesOf(value)].flatMap(([, inner]) =>
        typeof inner === 'string' && inner.length >= 40 ? [inner] : [],
      ),
    )
    const opened = strings.filter(key => {
      try {
        return house.seal.openAll(key, letters.slice(0, 1)).length > 0
      } catch {
        return false
      }
    })
    expect(opened).toEqual([])
    // The same key opened them before: the test would see it.
    const kept = backup.find(({ place }) => place === `evaluationKeys/${EVALUATION}`)
    expect(house.seal.openAll(String(kept?.value.wrappedPrivateKey), letters)).toHaveLength(NAMES.length)
  })
})
