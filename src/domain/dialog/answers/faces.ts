import type { Understood } from '../definition'
import type { AnswerContext } from './answerContext'
import { LIKELY_FACES, SHOWN_FACES } from './emoji'
import { fold, keyOf } from './normalise'
import { readNumber } from './number'

const shown = new Map(SHOWN_FACES.map((face, index) => [keyOf(face), index + 1]))
const likely = new Map(Object.entries(LIKELY_FACES).map(([face, mark]) => [keyOf(face), mark]))
const STARS = ['⭐', '🌟', '★']
const EMPTY_STAR = '☆'

/**
 * Faces and stars as marks from 1 to 5. A face we did not show is never taken at once: `face_unclear` carries the mark
 * it may mean.
 * @returns null when there is neither face nor star
 */
export function readFaces(text: string, context: AnswerContext): Understood | null {
  if (!/\p{So}/u.test(text) || text.length > 400) return null
  const tokens = fold(text).split(' ')
  const stars = tokens.filter(token => STARS.includes(token)).length
  const empty = tokens.filter(token => token === EMPTY_STAR).length
  const faces = new Set(tokens.filter(token => shown.has(token) || likely.has(token)))
  if (stars + empty + faces.size === 0) return null
  const others = tokens.filter(token => !STARS.includes(token) && token !== EMPTY_STAR && !faces.has(token))
  const mark = stars + empty > 0 ? starred(stars, empty, faces.size) : faced(faces)
  if (typeof mark !== 'number') return mark
  const words = others.filter(token => !context.lexicon.polite.has(token))
  if (words.length > 0 && readNumber(words.join(' '), true, context) !== mark) return unclear
  return { ok: true, value: mark }
}

const unclear: Understood = { ok: false, problem: 'face_unclear' }

function starred(stars: number, empty: number, faces: number): number | Understood {
  if (stars === 0 || faces > 0) return unclear
  return stars + empty > 5 ? { ok: false, problem: 'out_of_range', values: { min: 1, max: 5 } } : stars
}

function faced(faces: ReadonlySet<string>): number | Understood {
  const [face] = faces
  if (face === undefined || faces.size > 1) return unclear
  return shown.get(face) ?? { ok: false, problem: 'face_unclear', values: { n: likely.get(face)! } }
}
