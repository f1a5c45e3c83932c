import type { PROBLEMS } from './definition'

/**
 * Everything that the bot says outside the dialogs' own words, with the values that come from the moment. The texts of a
 * person and organisation (`facts`) may be used everywhere. The content check demands each of them in every live language.
 */
export const BOT_TEXTS = {
  /** Labels that all dialogs share. */
  'answers:yes': [],
  'answers:no': [],
  'answers:smiley.1': [],
  'answers:smiley.2': [],
  'answers:smiley.3': [],
  'answers:smiley.4': [],
  'answers:smiley.5': [],
  /** Opens a list on WhatsApp, 20 letters. */
  'answers:list_button': [],
  /** Stands before a question that is asked again. No question mark. */
  'answers:first_question': [],
  'answers:needed': [],
  'answers:reminder': [],
  'answers:from_the_start': [],
  'answers:question_closed': [],
  /** Stands before a question that may be answered with a voice note: what becomes of the voice. No question mark. */
  'answers:may_speak': [],
  /** Help with an organiser's own question. */
  'answers:own_question': [],
  /** After two misses, with the three buttons below. */
  'answers:stuck': [],
  'answers:button.human': [],
  'answers:button.again': [],
  'answers:button.skip': [],
  /** Said once, after STOP (M-19), and after START. */
  'system:stopped': [],
  'system:started': [],
  /** "Did you mean that we stop writing?", with two buttons. */
  'system:maybe_stop.ask': [],
  'system:maybe_stop.yes': [],
  'system:maybe_stop.no': [],
  'system:maybe_stop.kept': [],
  'system:help': [],
  /** "I ask {{contact}} to call or write to you." (M-20) */
  'system:human': [],
  'system:bot_again': [],
  /** WhatsApp's window is closed, and one of us wants to write: approved beforehand. */
  'system:person_writes': [],
  /** Which language, and "Shall I write in English?" said in that language, with two buttons. */
  'system:language.ask': [],
  'system:language.offer': [],
  'system:language.yes': [],
  'system:language.no': [],
  'system:language.done': [],
  'system:language.kept': [],
  'system:language.unknown': [],
  /** Somebody writes out of the blue: one kind line. */
  'system:chatter': [],
  /** A number that we do not know writes to us. */
  'system:unknown_sender': [],
  /** Somebody sent the code of a letter on paper: thanks, how to stop. Asks nothing. */
  'system:letter_received': [],
  /** Somebody asked for the two faces: no event of theirs has begun, or they answered already. */
  'system:smileys.none': [],
  'system:smileys.answered': [],
  'system:too_many': [],
  'system:something_wrong': [],
} as const satisfies Record<string, readonly string[]>

export type BotText = keyof typeof BOT_TEXTS

/** The kind sentence for each problem, said before the question is asked again. No question mark. */
export const problemKey = (problem: (typeof PROBLEMS)[number]) => `answers:problem.${problem}`

/** What `understand` tells along with a problem. */
export const PROBLEM_VALUES: Partial<Record<(typeof PROBLEMS)[number], readonly string[]>> = {
  out_of_range: ['min', 'max'],
  too_long: ['max'],
  face_unclear: ['n'],
}
