import type { Letter } from '../domain/anonymity/evaluation'
import type { Dialog, Spoken } from '../domain/dialog/definition'
import type { LanguageTag } from '../domain/message'
import type { Documents } from '../ports/documents'
import type { Seal } from '../ports/seal'

/** What is in one box of a letter: an answer, or null for a question that was skipped. */
interface Box {
  question: string
  value: unknown
  language?: LanguageTag
}

/** What a letter of a talk says beside its answers. */
export interface About {
  language: LanguageTag
  /** The place of its class; absent where there are none. */
  class?: number
}

export interface Remark {
  question: string
  said: string | Spoken
  language?: LanguageTag
}

/** A letter that was read, in memory and only while its block is made. */
export interface OpenLetter extends About {
  answers: Record<string, unknown>
  remarks: Remark[]
}

/** People per answer of each question, as a tablet counted them. */
export type Taps = Record<string, number[]>

/** A letter of a talk: two layers, so that a box is never recognised from the days when its answer was given. */
export function sealLetter(seal: Seal, publicKey: string, about: About, boxes: readonly string[]): string {
  return seal.sealTo(publicKey, { about: seal.sealTo(publicKey, about), boxes })
}

/** A voice whose sound is not there any more says nothing, and keeps nobody's block waiting. */
export async function openLetters(
  { documents, seal }: { documents: Documents; seal: Seal },
  wrappedKey: string,
  letters: readonly Letter[],
  dialog: Dialog,
): Promise<OpenLetter[]> {
  const outer = seal.openAll(
    wrappedKey,
    letters.map(({ letter }) => letter),
  ) as { about: string; boxes: string[] }[]
  const inner = seal.openAll(
    wrappedKey,
    outer.flatMap(({ about, boxes }) => [about, ...boxes]),
  )
  const gone = await goneSounds(documents, inner as Partial<Box>[])
  return outer.map(({ boxes }) => {
    const [about, ...all] = inner.splice(0, 1 + boxes.length) as [About, ...Box[]]
    const given = all.filter(({ value }) => value !== null && !(isSpoken(value) && gone.has(value.sound)))
    const isRemark = ({ question }: Box) => isInWords(dialog, question)
    return {
      ...about,
      answers: Object.fromEntries(
        given.filter(box => !isRemark(box)).map(({ question, value }) => [question, value]),
      ),
      remarks: given.filter(isRemark).map(({ question, value, language }) => ({
        question,
        said: isSpoken(value) ? value : String(value),
        ...(language ? { language } : {}),
      })),
    }
  })
}

/** What a tablet sent, added up. */
export function openTaps(seal: Seal, wrappedKey: string, letters: readonly Letter[]): Taps {
  const added: Taps = {}
  for (const taps of seal.openAll(
    wrappedKey,
    letters.map(({ letter }) => letter),
  ) as Taps[])
    for (const [question, counts] of Object.entries(taps))
      added[question] = counts.map((count, answer) => count + (added[question]?.[answer] ?? 0))
  return added
}

const isInWords = (dialog: Dialog, question: string): boolean =>
  dialog.questions.some(({ id, answer }) => id === question && answer.type === 'text')

const isSpoken = (value: unknown): value is Spoken =>
  typeof value === 'object' && value !== null && 'sound' in value

async function goneSounds(documents: Documents, boxes: readonly Partial<Box>[]): Promise<Set<string>> {
  const gone = new Set<string>()
  for (const { value } of boxes)
    if (isSpoken(value) && (await documents.collection('sounds').count({ _id: value.sound })) === 0)
      gone.add(value.sound)
  return gone
}
