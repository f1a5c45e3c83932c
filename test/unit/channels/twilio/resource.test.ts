import fc from 'fast-check'
import { resourceFor, samplesFor, templateResource } from '../../../../src/channels/twilio/resource'
import { fill } from '../../../../src/channels/twilio/templateRules'
import type { Choice, Rendered } from '../../../../src/domain/message'

const choices = (count: number): Choice[] =>
  Array.from({ length: count }, (_, n) => ({ id: `q/${n}`, label: `Keuze ${n}` }))
const content = (more: Partial<Rendered>): Rendered => ({
  text: 'Kom je?',
  language: 'nl',
  direction: 'ltr',
  ...more,
})
const template = { name: 'rsvp', pattern: 'Dag {{1}}, kan je donderdag komen?', values: ['Amina'] }

describe('what the provider must know before a message leaves', () => {
  it.each([
    ['plain text', {}, null],
    ['no choices', { choices: [] }, null],
    ['one choice', { choices: choices(1) }, 'twilio/quick-reply'],
    ['three choices', { choices: choices(3) }, 'twilio/quick-reply'],
    ['four choices', { choices: choices(4) }, 'twilio/list-picker'],
    ['ten choices', { choices: choices(10) }, 'twilio/list-picker'],
    ['eleven choices', { choices: choices(11) }, null],
    ['a text too long for buttons', { choices: choices(2), text: 'x'.repeat(1025) }, null],
    ['a template', { template }, 'twilio/text'],
    ['a template with choices', { template, choices: choices(2) }, 'twilio/quick-reply'],
  ])('%s', (_, more, type) => {
    const needed = resourceFor(content(more), 'nl')
    expect(needed ? Object.keys(needed.resource.types)[0] : null).toBe(type)
    if (needed) expect(needed.resource.types).toHaveProperty(['twilio/text'])
  })

  it('sends our own ids and the description of a row', () => {
    const rows = choices(4).map(choice => ({ ...choice, description: 'meer' }))
    expect(resourceFor(content({ choices: rows, listButton: 'Kies' }), 'nl')!.resource.types).toMatchObject({
      'twilio/list-picker': {
        button: 'Kies',
        items: expect.arrayContaining([{ item: 'Keuze 0', id: 'q/0', description: 'meer' }]),
      },
    })
  })

  it('hands in templates alone, and never without a code of WhatsApp', () => {
    expect(resourceFor(content({ template }), 'nl')!.resource.approvable).toBe(true)
    expect(resourceFor(content({ choices: choices(2) }), 'nl')!.resource.approvable).toBe(false)
    expect(resourceFor(content({ template, language: 'ti' }), null)).toBeNull()
  })

  it('writes buttons also in a language that WhatsApp has no code for', () => {
    expect(resourceFor(content({ choices: choices(2), language: 'ti-ER' }), null)!.resource.language).toBe(
      'ti',
    )
  })

  it('uses one resource for all texts of one shape', () => {
    const one = resourceFor(content({ text: 'Dag Amina,\n\nkom je?', choices: choices(2) }), 'nl')!
    const two = resourceFor(content({ text: 'Beste Gloria!\n\nTot gauw?', choices: choices(2) }), 'nl')!
    expect(two.resource).toEqual(one.resource)
    expect(one.resource.pattern).toBe('{{1}}\n\n{{2}}')
    expect(JSON.stringify(one.resource)).not.toMatch(/Amina|Gloria/)
  })

  it('is the very text once it is filled in, whatever the text, with values that WhatsApp takes', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\n\n', '\t', '     ', '        ', '{{1}}', 'كيف', '\u2028', '🙂', ' '),
    )
    const texts = fc.array(part, { minLength: 1, maxLength: 12 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(texts, text => {
        const { resource, values } = resourceFor(content({ text, choices: choices(2) }), 'nl')!
        expect(fill(resource.pattern, values)).toBe(text)
        for (const value of values) expect(value).toMatch(/^(?=.*\S)(?!.* {5})[^\n\r\t]*$/u)
      }),
    )
  })
})

describe('a version', () => {
  const nameOf = (more: Partial<typeof template> & { choices?: Choice[] }, code = 'nl') =>
    templateResource({ ...template, ...more }, code).name

  it('is the same for the same text', () => {
    expect(nameOf({})).toBe(nameOf({}))
  })

  it.each([
    ['the words', { pattern: 'Dag {{1}}, kan je vrijdag komen?' }, 'nl'],
    ['the buttons', { choices: choices(2) }, 'nl'],
    ['the name', { name: 'rsvp_2' }, 'nl'],
    ['the language', {}, 'fr'],
  ])('is another one when somebody edits %s', (_, more, code) => {
    expect(nameOf(more, code)).not.toBe(nameOf({}))
  })

  it('does not change with the values', () => {
    expect(nameOf({ values: ['Gloria'] })).toBe(nameOf({}))
  })

  it.each(['timelines/networking-event:invitation', 'RSVP 2', 'été'])(
    'makes a name of %j that WhatsApp takes',
    name => {
      expect(nameOf({ name })).toMatch(/^[a-z0-9_]+_v[0-9a-f]{8}$/)
    },
  )
})

test('every place has an example, ours where we have one', () => {
  const resource = templateResource({ name: 'x', pattern: 'Dag {{1}}, kom je op {{2}} naar ons?' }, 'nl')
  expect(samplesFor(resource, ['Amina'])).toEqual({ 1: 'Amina', 2: 'example 2' })
})
