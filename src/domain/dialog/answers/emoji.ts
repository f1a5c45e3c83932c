import type { Command } from '../definition'

/** What a sign means whatever the language. Skin tone, gender and variation are dropped before comparing. */
export const EMOJI: Record<Command | 'yes' | 'no', string[]> = {
  yes: ['👍', '✅', '✔️', '☑️', '👌', '🆗', '🙆'],
  no: ['👎', '❌', '✖️', '🚫', '🙅', '❎'],
  stop: ['🛑'],
  start: ['▶️'],
  help: ['🆘', '❓', '❔', 'ℹ️'],
  language: ['🌐', '🌍', '🌎', '🌏', '🗣️'],
  skip: ['⏭️', '⏩'],
  back: ['🔙', '⬅️', '◀️', '↩️', '⏪'],
  restart: ['🔄', '🔁', '🔃'],
  smileys: [],
  human: ['🙋', '📞', '☎️', '🧑‍💼', '👤'],
}

/** May accompany a word without changing it, and are no answer alone. 🤷, 🤔 and 😂 are not among them: they cast doubt. */
export const KIND_SIGNS = [
  '😊',
  '🙂',
  '😀',
  '😃',
  '😄',
  '😁',
  '☺️',
  '😍',
  '🥰',
  '😘',
  '🤗',
  '🙏',
  '❤️',
  '💪',
  '👏',
  '🎉',
  '🌹',
  '🌸',
  '💐',
  '😉',
]

/** The five faces we show, from bad to good. */
export const SHOWN_FACES = ['😡', '🙁', '😐', '🙂', '😀']

/** Faces people use instead; what they mean is likely, not certain, so we ask. */
export const LIKELY_FACES: Record<string, number> = {
  '😠': 1,
  '🤬': 1,
  '☹️': 2,
  '😟': 2,
  '😞': 2,
  '😑': 3,
  '😶': 3,
  '☺️': 4,
  '😊': 4,
  '😃': 5,
  '😄': 5,
  '😁': 5,
  '🤩': 5,
  '😍': 5,
}
