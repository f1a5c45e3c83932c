import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { BOT_TEXTS, problemKey } from '../../src/domain/dialog/botTexts'
import { PROBLEMS } from '../../src/domain/dialog/definition'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Files by path under the folder; null leaves one out. */
export type Files = Record<string, string | object | null>

/** A small house that is right in everything: two dialogs, two languages, one timeline. A test spoils one file of it. */
export function contentFolder(changes: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  made.push(folder)
  for (const [file, content] of Object.entries({ ...small(), ...changes })) {
    if (content === null) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(
      join(folder, file),
      typeof content === 'string' ? content : JSON.stringify(content, null, 2),
    )
  }
  return folder
}

export const VISIT_YAML = `id: visit
version: 1
privacy: named
purpose: C1
closesAfterDays: 3
remindAfterHours: 24
quiet: false
echo: [who]
questions:
  - id: coming
    answer: { type: choice, options: ['yes', 'no', maybe] }
    optional: false
    effect: rsvp
    acknowledge: per_option
    endWhen: ['no']
  - id: who
    answer: { type: text, maxLength: 40 }
    optional: true
    askWhen: { question: coming, is: 'yes' }
`

export const OPINION_YAML = `id: opinion
version: 1
privacy: anonymous
instrument: E-01
purpose: C4
closesAfterDays: 1
quiet: false
questions:
  - id: start
    answer: { type: choice, options: [start, later, 'no'] }
    optional: false
    effect: consent
    endWhen: ['no']
    laterWhen: { option: later, hours: 5 }
  - id: overall
    answer: { type: smiley }
    optional: true
`

export const SPRING_YAML = `id: spring
version: 1
phase: execution
steps:
  - id: invitation
    audience: participant
    at: { from: start, weeks: -2 }
    window: { earliest: { days: -16 }, latest: { days: -12 } }
    shift: saturday_before
    to: all
    does: dialog
    dialog: visit
    ifLate: now
`

const small = (): Files => ({
  'dialogs/visit.yaml': VISIT_YAML,
  'dialogs/opinion.yaml': OPINION_YAML,
  'timelines/spring.yaml': SPRING_YAML,
  ...locale('nl', 'ltr', []),
  ...locale('ar', 'rtl', ['nl']),
})

export const visitTexts = (tag: string) => ({
  coming: {
    ask: tag === 'nl' ? 'Kom je naar {{event}}?' : 'هل تأتي إلى {{event}}؟',
    help: tag === 'nl' ? 'Ben je er bij?' : 'هل ستكون معنا؟',
    yes: tag === 'nl' ? 'Ja' : 'نعم',
    no: tag === 'nl' ? 'Nee' : 'لا',
    maybe: tag === 'nl' ? 'Misschien' : 'ربما',
    acknowledge_yes: tag === 'nl' ? 'Fijn.' : 'جيد.',
  },
  who: {
    ask: tag === 'nl' ? 'Wie komt er mee?' : 'من يأتي معك؟',
    help: tag === 'nl' ? 'Met wie kom je?' : 'مع من تأتي؟',
  },
  done: tag === 'nl' ? 'Dank je wel.\nMet: {{who}}' : 'شكرا لك.\nمع: {{who}}',
  declined: tag === 'nl' ? 'Dat is goed.' : 'حسنا.',
  closed: tag === 'nl' ? 'De vraag is gesloten.' : 'أغلق السؤال.',
})

export const opinionTexts = (tag: string) => ({
  start: {
    ask: tag === 'nl' ? 'Zullen we starten?' : 'هل نبدأ؟',
    help: tag === 'nl' ? 'Mag ik iets vragen?' : 'هل أسألك؟',
    start: tag === 'nl' ? 'Start' : 'نبدأ',
    later: tag === 'nl' ? 'Later' : 'لاحقا',
    no: tag === 'nl' ? 'Nee' : 'لا',
  },
  overall: {
    ask: tag === 'nl' ? 'Hoe was het?' : 'كيف كان؟',
    help: tag === 'nl' ? 'Welk gezicht past?' : 'أي وجه؟',
  },
  done: tag === 'nl' ? 'Dank je wel.' : 'شكرا لك.',
  declined: tag === 'nl' ? 'Dat is goed.' : 'حسنا.',
  later: tag === 'nl' ? 'Tot later.' : 'إلى لاحق.',
  closed: tag === 'nl' ? 'De vraag is gesloten.' : 'أغلق السؤال.',
})

function locale(tag: string, direction: 'ltr' | 'rtl', fallback: string[]): Files {
  const home = `locales/${tag}`
  return {
    [`${home}/language.json`]: {
      endonym: tag === 'nl' ? 'Nederlands' : 'العربية',
      direction,
      intl: tag,
      whatsapp: tag,
      fallback,
      live: true,
      review: 'unreviewed',
    },
    [`${home}/words.json`]: readFileSync(join(__dirname, '../../locales', tag, 'words.json'), 'utf8'),
    [`${home}/answers.json`]: botTexts('answers', tag),
    [`${home}/system.json`]: botTexts('system', tag),
    [`${home}/dialogs/visit.json`]: visitTexts(tag),
    [`${home}/dialogs/opinion.json`]: opinionTexts(tag),
    [`${home}/timelines/spring.json`]: {
      invitation:
        tag === 'nl'
          ? 'Dag {{name}}. Kom je op {{day}} bij ons?'
          : 'مرحبا {{name}}. هل تأتي يوم {{day}} إلينا؟',
    },
  }
}

const YES_NO: Record<string, [string, string]> = { nl: ['Ja', 'Nee'], ar: ['نعم', 'لا'] }

/** Each sentence of the bot is its own key, so that a test sees at once which one was said. */
export function botTexts(namespace: 'answers' | 'system', tag: string): Record<string, unknown> {
  const texts: Record<string, unknown> = {}
  const put = (path: string[], text: string) => {
    let place = texts
    for (const name of path.slice(0, -1)) {
      place[name] ??= {}
      place = place[name] as Record<string, unknown>
    }
    place[path.at(-1)!] = text
  }
  for (const key of [...Object.keys(BOT_TEXTS), ...PROBLEMS.map(problemKey)]) {
    const [space, path = ''] = key.split(':')
    if (space !== namespace) continue
    const asks = /ask$|offer$|stuck$/.test(path)
    put(path.split('.'), asks ? `${tag} ${path}?` : `${tag} ${path}`.slice(0, 20))
  }
  if (namespace === 'answers') {
    put(['yes'], YES_NO[tag]![0])
    put(['no'], YES_NO[tag]![1])
  }
  return texts
}
