import type { Reply, Understood } from '../definition'
import { asks } from './hearing'
import { clean } from './normalise'

/** `18:30`, `18u30`, `18h`, `18.30`, `6 pm` → HH:MM. `half zeven` and a bare `7` are asked again: they are heard in two ways. */
export function time(reply: Reply): Understood {
  const value = readTime(/^\d{2}:\d{2}$/.test(reply.payload ?? '') ? reply.payload! : reply.text)
  return value === null ? { ok: false, problem: 'not_a_time' } : { ok: true, value }
}

function readTime(text: string): string | null {
  const cleaned = clean(text).replace(BESIDE, ' ').trim()
  if (cleaned.length > 40 || asks(cleaned)) return null
  const [, hours, minutes, half] = FORM.exec(cleaned) ?? []
  if (hours === undefined) return null
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (minute > 59 || hour > 23) return null
  if (half === undefined) return write(hour, minute)
  if (hour < 1 || hour > 12) return null
  return write((hour % 12) + (/^(?:p|م|du soir|de l|'s a)/.test(half) ? 12 : 0), minute)
}

const BESIDE = /(?:^|\s)(?:om|at|à|vers|at about|الساعة|ساعة|uhr)(?=\s|\d)|[.!]+$/gu
const FORM =
  /^(\d{1,2})(?: ?(?:[:.]|uur|heures?|[uh]) ?(\d{2})(?!\d)| ?(?:uur|heures?|[uh])|(?= ?[apصم]))(?: ?uur| ?h)? ?(am|a\.m\.?|pm|p\.m\.?|مساء|مساءً|صباحا|صباحًا|م|ص|du soir|du matin|de l'apres-midi|de l'après-midi|'s avonds|'s morgens|'s ochtends)?$/u

function write(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
