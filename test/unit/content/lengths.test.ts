import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { templateProblems } from '../../../src/channels/twilio/templateRules'
import { factsFor } from '../../../src/content/facts'
import { loadContent } from '../../../src/content/loadContent'
import type { Event } from '../../../src/domain/campaign'
import type { LanguageTag } from '../../../src/domain/message'
import { segments } from '../../../src/domain/text/segments'

const HOME = join(__dirname, '../../..')
const LANGUAGES = ['nl', 'en', 'fr', 'ar']
const { content } = loadContent(HOME)
const read = (tag: LanguageTag, file: string) =>
  JSON.parse(readFileSync(join(HOME, 'locales', tag, file), 'utf8'))

/** The demonstration event on its longest ordinary day: a Thursday in December. */
function facts(tag: LanguageTag): Record<string, string> {
  const demo = read(tag, 'demo.json')
  const event: Event = {
    ...demo.event,
    start: '2026-12-10T14:00',
    end: '2026-12-10T17:00',
    zone: 'Europe/Brussels',
    contactName: demo.contact,
    contactPhone: demo.phone,
    inLanguage: {},
  }
  const contactPerson = { name: demo.contact, phone: demo.phone }
  const organisation = { name: demo.organisation, project: demo.project, contactPerson }
  return factsFor({ contact: { name: 'Farida' }, organisation, event }, tag)
}

const texts = content.timelines.flatMap(timeline =>
  timeline.steps
    .filter(({ does }) => does !== 'task')
    .flatMap(({ id, dialog, onSilence }) =>
      [id, ...(onSilence?.repeatAfterDays ? [`${id}_repeat`] : [])].map(step => ({
        text: `${timeline.id}:${step}`,
        dialog,
      })),
    ),
)
const perLanguage = LANGUAGES.flatMap(tag => texts.map(({ text, dialog }) => ({ tag, text, dialog })))

function render(tag: LanguageTag, step: string, channel: 'whatsapp' | 'sms', dialog?: string) {
  const opened = dialog === undefined ? null : content.dialog(dialog)
  return content.texts.render(
    {
      text: `timelines/${step}`,
      // As many as there may be, with three of the organiser's own.
      values: { questions: 10, minutes: 4 },
      ...(opened && {
        question: { dialog: opened.id, version: opened.version, id: opened.questions[0]!.id },
      }),
    },
    { language: tag, level: 'simple', channel, facts: facts(tag) },
  )
}

describe('a step, written to a real person', () => {
  it.each(perLanguage)('$tag $text is short, whole and in its own language', ({ tag, text, dialog }) => {
    const rendered = render(tag, text, 'whatsapp', dialog)
    const letters = rendered.text.replaceAll(/[\u2068\u2069]/g, '')
    expect(rendered.language).toBe(tag)
    expect(letters).not.toMatch(/\{\{|undefined/)
    // L-01: the invitation alone may be long, one fact on each line.
    expect(letters.length).toBeLessThanOrEqual(
      /:(invitation|volunteer_briefing|module_start)$/.test(text) ? 700 : 350,
    )
  })

  it.each(perLanguage)('$tag $text asks at most one thing, at its end', ({ tag, text, dialog }) => {
    const { text: letters } = render(tag, text, 'whatsapp', dialog)
    const marks = letters.match(/[?؟]/g) ?? []
    expect(marks.length).toBeLessThanOrEqual(1)
    if (marks.length === 1) expect(letters).toMatch(/[?؟]$/)
  })

  it.each(perLanguage)('$tag $text can be a WhatsApp template', ({ tag, text, dialog }) => {
    const { template, choices = [] } = render(tag, text, 'whatsapp', dialog)
    expect(templateProblems({ pattern: template!.pattern, choices }, template!.values)).toEqual([])
  })

  it.each(['nl', 'en'])('the reminder in %s fits one SMS', tag => {
    const { text } = render(tag, 'networking-event:reminder', 'sms', 'reminder')
    expect(segments(text)).toMatchObject({ encoding: 'GSM-7', segments: 1 })
  })

  it.each(perLanguage.filter(({ tag }) => tag === 'nl' || tag === 'en'))(
    '$tag $text stays in the cheap SMS alphabet',
    ({ tag, text, dialog }) => {
      expect(segments(render(tag, text, 'sms', dialog).text).encoding).toBe('GSM-7')
    },
  )
})

describe('what each step must tell', () => {
  const all = ['name', 'event', 'day', 'goal', 'benefit', 'contact', 'phone']
  const must: Record<string, string[]> = {
    save_the_date: all,
    invitation: [
      ...all,
      ...['start', 'end', 'place', 'address', 'transport', 'parking'],
      ...['who', 'childcare', 'bring', 'welcome'],
    ],
    reminder: ['weekday', 'date', 'start', 'place', 'bring', 'phone'],
    event_moved: ['event', 'day', 'start', 'end', 'place', 'contact', 'phone'],
    event_cancelled: ['event', 'day', 'contact', 'phone'],
  }
  it.each(LANGUAGES.flatMap(tag => Object.keys(must).map(step => ({ tag, step }))))(
    '$tag $step has every fact that the field asks for',
    ({ tag, step }) => {
      const words: Record<string, string> = read(tag, 'timelines/networking-event.json')
      const places = [...words[step]!.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
      expect(places).toEqual(expect.arrayContaining(must[step]!))
    },
  )
})
