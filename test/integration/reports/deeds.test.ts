import type { Role } from '../../../src/domain/staff'
import { conclusionsOf } from '../../../src/use-cases/concludeReport'
import { type House, openHouse } from '../../support/openHouse'
import { keepPastEvent, MARCH } from '../../support/pastEvent'

const PATH = '/reports/events/march'
let house: House
beforeAll(async () => {
  house = await openHouse({ people: [] })
  await keepPastEvent(house.documents, house.content, MARCH)
  for (const [_id, over] of [
    ['arabic', { text: 'المكان صاخب جدا', language: 'ar' }],
    ['dutch', { text: 'Dank je Karim, in juni kom ik terug', language: 'nl' }],
    ['lonely', { text: 'ሰላም' }],
    ['elsewhere', { text: 'not ours', language: 'nl', organisation: 'elsewhere', evaluation: 'x:E-02' }],
  ] as const)
    await house.documents.collection('texts').insert({
      _id,
      organisation: 'demo',
      campaign: 'march',
      series: 'jobcafe',
      evaluation: 'march:E-02',
      dialog: 'participant-survey',
      dialogVersion: 1,
      block: 'march-block',
      question: 'remark',
      state: 'waiting',
      tags: [],
      rev: 0,
      ...over,
    })
})
afterAll(() => house.close())

const send = (path: string, form: Record<string, string> | [string, string][], role: Role = 'coordinator') =>
  house.visit(path, form, { role })
const read = async (path: string, role: Role = 'coordinator') =>
  (await house.visit(path, undefined, { role })).html

describe('what a team changes next time', () => {
  const KEY = 'a-key-of-the-form'
  const ID = `march:${KEY}`
  const add = (fields: Record<string, string>) =>
    send(`${PATH}/conclusions`, { key: KEY, learned: '', before: '', ...fields })
  const change = (rev: string, fields: Record<string, string>) =>
    send(`${PATH}/conclusions/${ID}`, { rev, learned: '', before: '', owner: 'Karim', ...fields })

  test('what is far too long stays, with words beside it', async () => {
    const { status, html } = await add({ action: 'x'.repeat(6000), owner: 'Karim' })
    expect([status, html.includes('x'.repeat(6000))]).toEqual([422, true])
  })

  test('without a deed or a doer it is not kept, and what was typed stays', async () => {
    const { status, html } = await add({
      action: '  ',
      owner: '',
      learned: 'Too noisy',
      before: '2027-02-30',
    })
    expect(status).toBe(422)
    for (const words of [
      'Write what you change.',
      'Write who does it.',
      'This day does not exist.',
      'Too noisy',
    ])
      expect(html).toContain(words)
    expect(await house.documents.collection('conclusions').count({})).toBe(0)
  })

  test('sent twice it is there once, for everybody who reads the report and on paper', async () => {
    const quieter = { action: 'A quieter room', owner: 'Karim', before: '2027-02-01' }
    for (const _ of [1, 2]) expect((await add(quieter)).status).toBe(303)
    expect(await house.documents.collection('conclusions').count({})).toBe(1)
    for (const path of [PATH, `${PATH}/print`]) {
      const html = await read(path, 'organiser')
      expect(html).toContain('A quieter room')
      expect(html).toContain('before 1 Feb 2027')
    }
  })

  test('whoever plans the next campaign of the series reads what, who, and before when', async () => {
    const html = await read('/campaigns/new?after=march')
    for (const words of ['A quieter room', 'Karim', 'before 1 Feb 2027']) expect(html).toContain(words)
  })

  test('two who change it at once: the second is told, and keeps what they typed', async () => {
    expect((await change('0', { action: 'Two quieter rooms' })).status).toBe(303)
    // The same form once more is no quarrel.
    expect((await change('0', { action: 'Two quieter rooms' })).status).toBe(303)
    const late = await change('0', { action: 'A garden' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('A colleague has just changed this.')
    expect(late.html).toContain('Two quieter rooms')
    expect(late.html).toContain('value="A garden"')
  })

  test('the next campaign of the series hears of it until it is done', async () => {
    const open = async () =>
      (await conclusionsOf(house, { organisation: 'demo', series: 'jobcafe' })).map(({ action }) => action)
    expect(await open()).toEqual(['Two quieter rooms'])
    await send(`${PATH}/conclusions/${ID}/state`, { state: 'done' })
    expect(await open()).toEqual([])
    const { to } = await send(`${PATH}/conclusions/${ID}/state`, { state: 'dropped' })
    expect(await read(PATH)).not.toContain('Two quieter rooms')
    expect(await read(to)).toContain('Undo')
    await send(`${PATH}/conclusions/${ID}/state`, { state: 'open' })
    expect(await open()).toEqual(['Two quieter rooms'])
  })

  test('another organisation’s is not there', async () => {
    await house.documents
      .collection('conclusions')
      .update({ _id: ID }, { set: { organisation: 'elsewhere' } })
    expect((await change('9', { action: 'x' })).status).toBe(404)
    expect((await send(`${PATH}/conclusions/${ID}/state`, { state: 'done' })).status).toBe(404)
    await house.documents.collection('conclusions').update({ _id: ID }, { set: { organisation: 'demo' } })
  })
})

describe('people’s own words', () => {
  const decide = (text: string, rev: number, fields: [string, string][]) =>
    send(`${PATH}/texts`, [['text', text], ['rev', String(rev)], ...fields])

  test('nobody reads them before a colleague did, and an organiser is no such colleague', async () => {
    const page = await read(PATH, 'organiser')
    expect(page).toContain('3 texts wait for a reader.')
    expect(page).not.toContain('صاخب')
    expect(page).not.toContain(`${PATH}/texts`)
    expect(await read(`${PATH}/texts`, 'organiser')).toContain('This page is for coordinators')
    expect((await send(`${PATH}/texts`, [['text', 'dutch']], 'organiser')).status).toBe(403)
  })

  test('the reviewer reads them in their own direction, with what may point to somebody underlined', async () => {
    const html = await read(`${PATH}/texts`)
    expect(html).toContain('<blockquote lang="ar" dir="rtl">')
    expect(html).toContain('<u>Karim,</u>')
    expect(html).toContain('Too few people wrote in this language.')
    expect(html).not.toContain('not ours')
  })

  test('shown, shown without a word, translated, refused, undone: readers get what was decided', async () => {
    await decide('arabic', 0, [['decision', 'show']])
    await decide('dutch', 0, [
      ['decision', 'show'],
      ['without', '2'],
    ])
    await decide('lonely', 0, [
      ['decision', 'translate'],
      ['translation', 'Hello to all'],
    ])
    await decide('dutch', 1, [
      ['decision', 'tag'],
      ['tags', 'thanks, comes back'],
    ])
    for (const path of [PATH, `${PATH}/print`]) {
      const html = await read(path, 'organiser')
      expect(html).toContain('<blockquote lang="ar" dir="rtl">المكان صاخب جدا')
      expect(html).toContain('Dank je […] in juni kom ik terug')
      expect(html).toContain('Hello to all')
      expect(html).toContain('translated by Els')
      expect(html).toContain('thanks (1)')
      expect(html).not.toMatch(/Karim,|ሰላም/)
    }
    await decide('arabic', 1, [['decision', 'wait']])
    expect(await read(PATH, 'organiser')).not.toContain('صاخب')
  })

  test('who was second is told, and what cannot be shown is not', async () => {
    expect((await decide('arabic', 0, [['decision', 'show']])).to).toContain('told=changed')
    expect((await decide('lonely', 1, [['decision', 'show']])).to).toContain('told=changed')
    expect((await decide('arabic', 2, [['decision', 'translate']])).status).toBe(400)
    expect((await decide('elsewhere', 0, [['decision', 'show']])).status).toBe(404)
  })

  test('what a reviewer typed stays: beside what is wrong with it, or beside what a colleague decided', async () => {
    const translate = (rev: number, typed: string) =>
      decide('arabic', rev, [
        ['decision', 'translate'],
        ['translation', typed],
      ])
    const long = await translate(2, 'x'.repeat(2001))
    expect(long.status).toBe(422)
    expect(long.html).toContain('x'.repeat(2001))
    expect(long.html).toContain('id="field-translation-arabic-wrong"')
    const tag = (rev: number, tags: string) =>
      decide('arabic', rev, [
        ['decision', 'tag'],
        ['tags', tags],
      ])
    expect((await tag(2, 'noise')).status).toBe(303)
    const second = await tag(2, 'place')
    expect(second.status).toBe(409)
    expect(second.html).toMatch(/Saved now: .?noise/)
    expect(second.html).toContain('value="place"')
    await decide('arabic', 3, [['decision', 'refuse']])
    const late = await translate(3, 'It is too noisy')
    expect(late.status).toBe(409)
    expect(late.html).toMatch(/was not kept: <q dir="auto">It is too noisy/)
  })
})

describe('an organiser’s own question', () => {
  const OWN = '/reports/events/jobcafe/questions'
  const ask = (fields: Record<string, string>) => send(OWN, fields, 'organiser')

  test('what does not fit is said beside its field, and what was typed stays', async () => {
    const { status, html } = await ask({
      kind: 'choice',
      ask_nl: 'Wat wil je',
      options_nl: 'Werk\nStop',
      ask_fr: 'Que voulez-vous ?',
    })
    expect(status).toBe(422)
    expect(html).toContain('Ask one question, with a question mark at the end.')
    expect(html).toContain('A list has at least 3 answers.')
    expect(html).toContain('value="Wat wil je"')
    expect(html).toContain('Werk\nStop</textarea>')
  })

  test('it is added once, stands on the page, and goes again', async () => {
    const question = { kind: 'choice', ask_nl: 'Wat wil je nu?', options_nl: 'Werk\nEen cursus\nRust' }
    for (const _ of [1, 2]) expect((await ask(question)).to).toContain('told=added')
    const page = await read(OWN, 'organiser')
    expect(page.match(/Wat wil je nu\?/g)?.length).toBe(2)
    const id = /name="question" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await send(`${OWN}/remove`, [['question', id]], 'organiser')).status).toBe(303)
    expect(await read(OWN, 'organiser')).toContain('No question of your own yet.')
  })

  test('nobody asks at another organisation’s event', async () => {
    await keepPastEvent(house.documents, house.content, {
      organisation: 'elsewhere',
      campaign: 'theirs',
      series: 'x',
      name: 'Theirs',
      start: '2026-03-12T14:00',
      faces: [2, 3, 5, 6, 4],
    })
    const theirs = '/reports/events/theirs/questions'
    const whole = { kind: 'smiley', ask_nl: 'Hoe was het eten?' }
    expect((await send(theirs, whole, 'organiser')).status).toBe(404)
    expect(await read(theirs, 'organiser')).not.toContain('Theirs')
  })
})

describe('a voice', () => {
  const SAID = Buffer.from('OggS a voice')
  const words = (fields: Record<string, string>) =>
    send(`${PATH}/texts`, { text: 'voice', decision: 'write_down', ...fields })
  const sound = async (role: Role, path = PATH) => {
    const headers = { cookie: await house.signIn(role) }
    return fetch(`${house.publicUrl}${path}/texts/voice/sound`, { headers })
  }

  beforeAll(async () => {
    const { key, locked } = house.seal.lockAlone(SAID)
    const spoken = { sound: 'sound', key, type: 'audio/ogg' }
    await house.documents
      .collection('sounds')
      .insert({ _id: 'sound', locked, text: 'voice', until: '2026-12-01' })
    const arabic = await house.documents.collection('texts').get('arabic')
    await house.documents.collection('texts').insert({
      ...arabic!,
      _id: 'voice',
      text: '',
      recording: house.seal.lock(JSON.stringify(spoken)),
      manySpoke: true,
      state: 'waiting',
      rev: 0,
    })
  })

  test('is played to who may write it down, and to nobody else; not from another place either', async () => {
    expect(await read(`${PATH}/texts`)).toContain(`src="${PATH}/texts/voice/sound"`)
    const played = await sound('coordinator')
    expect([played.status, played.headers.get('content-type')]).toEqual([200, 'audio/ogg'])
    expect(played.headers.get('content-security-policy')).toContain('sandbox')
    expect(Buffer.from(await played.arrayBuffer())).toEqual(SAID)
    expect((await sound('organiser')).status).toBe(403)
    expect((await sound('coordinator', '/reports/series/jobcafe')).status).toBe(404)
  })

  test('without words it is not written down; of two who do it at once the second is told, and keeps their words', async () => {
    const empty = await words({ rev: '0', words: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('Write down what is said')
    expect((await words({ rev: '0', words: 'The coffee was cold' })).status).toBe(303)
    expect((await sound('coordinator')).status).toBe(404)
    expect(await house.documents.collection('sounds').count({})).toBe(0)
    const late = await words({ rev: '0', words: 'Koude koffie' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('Koude koffie')
    expect(await read(PATH)).not.toContain('The coffee was cold')
  })

  test('it is read as any other remark then, with who wrote it down', async () => {
    await send(`${PATH}/texts`, { text: 'voice', rev: '1', decision: 'show' })
    const html = await read(PATH, 'organiser')
    expect(html).toContain('The coffee was cold')
    expect(html).toContain('Arabic · written down by ')
  })
})
