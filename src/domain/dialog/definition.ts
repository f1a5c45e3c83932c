import type { Purpose } from '../contact'
import type { OwnQuestion } from './ownQuestion'

/**
 * A dialog is data: `dialogs/<id>.yaml`. Its words are in `locales/<language>/dialogs/<id>.json`, under keys that are
 * derived (see textKey.ts), never typed.
 */
export interface Dialog {
  id: string
  /** +1 whenever questions change; a running dialog keeps the version it began with. */
  version: number
  /** anonymous: answers are sealed at once; no condition, text or acknowledgement may depend on one. */
  privacy: 'named' | 'anonymous'
  /** E-01, F-01…: the instrument of the field that this dialog is. */
  instrument?: string
  purpose: Purpose
  /** Days until it closes by itself; an answer may come any time before that. */
  closesAfterDays: number
  /** Hours of silence after which the open question is asked once more. Absent: never. */
  remindAfterHours?: number
  /** True: silence is fine, a miss is not insisted on (the "cannot come" of a reminder). */
  quiet: boolean
  /** Questions whose answers come back in later texts as `{{question_id}}`: the checklist. A line whose answer was skipped is left out. Never in an anonymous dialog. */
  echo?: string[]
  /** An organiser may ask so many questions of their own per event; they come before this one. Anonymous dialogs only. */
  ownQuestions?: { most: number; before: string }
  questions: Question[]
}

export interface Question {
  id: string
  answer: AnswerSpec
  optional: boolean
  /** Asked only when the answer to an EARLIER question is (not) one of these. */
  askWhen?: Condition
  /** What the answer does, by name. The list is closed: see EFFECTS. */
  effect?: EffectName
  /** One warm line after the answer, `acknowledge` in the texts; with `per_option`, `acknowledge_<option>`. */
  acknowledge?: 'always' | 'per_option'
  /** After this question the dialog ends when the answer is one of these options ("no" to "Shall we start?"). */
  endWhen?: string[]
  /** With `later`: the dialog rests and is offered again after so many hours. */
  laterWhen?: { option: string; hours: number }
  /** What was answered is kept, and the dialog begins anew: one form for each person. Named dialogs only. */
  againWhen?: string[]
  /** Which of the building blocks of an event it is about; reports add up per block. */
  block?: BuildingBlock
  /** Of a choice: its options from bad to good, in two sides. Reports join neighbours and never the sides. Absent: without order. */
  ladder?: { low: string[]; high: string[] }
  /** Not in any file: an organiser's own, with its words. */
  own?: OwnQuestion
}

export type Condition =
  | { question: string; is: string | string[] }
  | { question: string; isNot: string | string[] }

/** The answers a question can take. One file per kind in `answers/`. */
export type AnswerSpec =
  | { type: 'yes_no' /** Which buttons are shown; both unless said. */; show?: ('yes' | 'no')[] }
  | { type: 'scale'; min: number; max: number }
  | { type: 'smiley' }
  | { type: 'choice'; options: string[] }
  | {
      type: 'multi_choice'
      options: string[] /** An option that excludes the others: "nothing". */
      none?: string
    }
  | { type: 'number'; min: number; max: number; integer: boolean }
  | { type: 'date'; direction?: 'past' | 'future'; min?: string; max?: string }
  | { type: 'time' }
  | { type: 'phone'; region: string }
  | { type: 'language' }
  | { type: 'text'; maxLength: number }
  | { type: 'location' }
  | { type: 'file'; accept: string[] }

export type AnswerType = AnswerSpec['type']

/** yes_no → 'yes' | 'no'; scale, smiley, number → number; choice, language → id; multi_choice → ids; date → ISO day; time → HH:MM; phone → E.164; the rest as typed. */
export type AnswerValue =
  | string
  | number
  | string[]
  | { latitude: number; longitude: number }
  | { media: string; type: string }
  | Spoken

/** A voice note as an answer in words: where it is kept, and the key that alone opens it. Only ever inside a sealed box. */
export interface Spoken {
  sound: string
  key: string
  type: string
}

/** What became of a voice note that may be an answer. */
export type Heard = Spoken | { problem: Extract<Problem, 'more_than_one' | 'voice_gone' | 'voice_too_long'> }

/** The six building blocks of a networking event, and its time management (domain reference 1.3 and 4.4). */
export const BUILDING_BLOCKS = [
  'communication',
  'accessibility',
  'trust',
  'bridging',
  'value',
  'equality',
  'time',
] as const
export type BuildingBlock = (typeof BUILDING_BLOCKS)[number]

/** `about`: the name of the person whom this reply is about. */
export const EFFECTS = [
  'rsvp',
  'needs',
  'companions',
  'children',
  'consent',
  'language',
  'name',
  'reads',
  'evening',
  'call_me',
  'about',
] as const
/** consent takes the purpose of the dialog, or its own: `consent:C2`. */
export type EffectName = (typeof EFFECTS)[number] | `consent:${Purpose}`

/** What a person sent, stripped of the channel. */
export interface Reply {
  text: string
  payload?: string
  media?: { url: string; type: string }[]
  /** Their voice note, where it may be an answer. */
  heard?: Heard
  location?: { latitude: number; longitude: number; label?: string }
}

/** Why a reply did not fit; each has a kind sentence in `locales/<language>/answers.json`, `problem.<name>`. */
export const PROBLEMS = [
  'not_understood',
  'not_yes_or_no',
  'not_a_number',
  'out_of_range',
  'not_an_option',
  'more_than_one',
  'not_a_date',
  'date_unclear',
  'date_in_past',
  'date_in_future',
  'not_a_time',
  'not_a_phone',
  'not_a_language',
  'too_long',
  'empty',
  'text_please',
  'voice_gone',
  'voice_too_long',
  'location_please',
  'file_please',
  'file_type',
  'face_unclear',
] as const
export type Problem = (typeof PROBLEMS)[number]

export type Understood =
  | { ok: true; value: AnswerValue }
  | { ok: false; problem: Problem; values?: Record<string, string | number> }

export const COMMANDS = [
  ...(['stop', 'start', 'help', 'language', 'skip', 'back', 'restart', 'human'] as const),
  'smileys',
] as const
export type Command = (typeof COMMANDS)[number]
