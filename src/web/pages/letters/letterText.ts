import { spacedCode } from '../../../domain/letters/code'
import type { LanguageTag } from '../../../domain/message'
import type { PictureName } from '../../components/Pictogram'

/** Everything that is read on one side of a letter, in one language. */
export interface LetterText {
  language: LanguageTag
  direction: 'ltr' | 'rtl'
  title: string
  /** `10`, `december` */
  day: string
  month: string
  weekday: string
  hours: string
  facts: { sign: PictureName; text: string }[]
  sentences: string[]
  come: string
  ways: string[]
  foot: string
  about: string
  aboutText: string
  when: string
  where: string
}

export interface Wording {
  language: LanguageTag
  direction: 'ltr' | 'rtl'
  /** A text of `letter.json` in that language. */
  say(key: string, values: Record<string, string>): string
  /** What texts may say about person, event and organisation; what nobody filled in is absent. */
  facts: Readonly<Record<string, string>>
}

const FACTS: readonly (readonly [sign: PictureName, fact: string])[] = [
  ['bus', 'transport'],
  ['car', 'parking'],
  ['child', 'childcare'],
  ['bring', 'bring'],
  ['door', 'welcome'],
]
const SENTENCES = ['goal', 'who', 'benefit'] as const

/** @param sms the number for a text message, as people here read it */
export function letterText(wording: Wording, code: string, sms: string | undefined): LetterText {
  const { facts, language, direction } = wording
  const say = (key: string, more: Record<string, string> = {}) =>
    wording.say(key, { ...facts, phone: inOnePiece(facts.phone), ...more })
  const has = (fact: string) => facts[fact] !== undefined
  const { date = '' } = facts
  return {
    language,
    direction,
    title: say(has('name') ? 'title' : 'title_bare'),
    day: date.replace(/\D/g, ''),
    month: date.replace(/^[\d\s]+/, ''),
    weekday: facts.day ?? '',
    hours: say('hours'),
    facts: [
      { sign: 'place', text: say('place') },
      ...FACTS.filter(([, fact]) => has(fact)).map(([sign, fact]) => ({ sign, text: say(fact) })),
    ],
    sentences: SENTENCES.filter(has).map(fact => say(fact)),
    come: say('come'),
    ways: [
      ...(sms ? [say('sms', { code: inOnePiece(spacedCode(code)), number: inOnePiece(sms) })] : []),
      ...(has('phone') ? [say('call')] : []),
    ],
    foot: say('foot'),
    about: say('about'),
    aboutText: say('about_text'),
    when: say('when'),
    where: say('where'),
  }
}

/** Numbers are never cut at the end of a line. */
const inOnePiece = (number = ''): string => number.replaceAll(' ', '\u00a0')
