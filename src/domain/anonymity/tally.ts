import type { Dialog, Question } from '../dialog/definition'
import { isDoor } from '../dialog/order'
import type { OwnQuestion } from '../dialog/ownQuestion'
import { type Policy, type Printed, printAtom } from './printAtom'
import { choiceOf, type Shape, SMILEY, scaleOf, YES_NO } from './shape'

export interface Atom {
  question: string
  /** Set for one option of a question with several answers: each is a yes or no of its own. */
  option?: string
  /** Set for an organiser's own question. */
  own?: OwnQuestion
  printed: Printed
}

/** The order in which a question's answers are counted; null when it is not counted (free words). */
export function shapeOf(question: Question): { shape: Shape; answers: string[]; multi: boolean } | null {
  const { answer, ladder } = question
  if (answer.type === 'smiley') return { shape: SMILEY, answers: ['1', '2', '3', '4', '5'], multi: false }
  if (answer.type === 'scale' && answer.min === 1 && answer.max === 5)
    return { shape: SMILEY, answers: ['1', '2', '3', '4', '5'], multi: false }
  if (answer.type === 'yes_no') return { shape: YES_NO, answers: ['no', 'yes'], multi: false }
  if (answer.type === 'multi_choice') return { shape: YES_NO, answers: answer.options, multi: true }
  if (answer.type !== 'choice') return null
  if (ladder) {
    const { low, high } = ladder
    return { shape: scaleOf(low.length, high.length), answers: [...low, ...high], multi: false }
  }
  return { shape: choiceOf(answer.options.length), answers: answer.options, multi: false }
}

/** What comes out of a dialog without a name: figures, words, or both. */
export interface Yields {
  figures: boolean
  words: boolean
}

export function yieldsOf({ questions }: Dialog): Yields {
  const asked = questions.filter(question => !isDoor(question))
  return {
    figures: asked.some(question => shapeOf(question) !== null),
    words: asked.some(({ answer }) => answer.type === 'text'),
  }
}

export interface Counted {
  shape: Shape
  /** In the order of the shape; of one option: no, yes. */
  answers: string[]
  /** Where it stands in its dialog: later questions and options are higher. */
  place: number
}

/** How what was printed for a question, or an option of it, is read; null when this dialog counts nothing of that name. */
export function countedIn(
  dialog: Dialog,
  { question, option }: Pick<Atom, 'question' | 'option'>,
): Counted | null {
  const index = dialog.questions.findIndex(({ id }) => id === question)
  const asked = dialog.questions[index]
  const counted = asked && shapeOf(asked)
  if (!counted) return null
  const { shape, answers } = counted
  if (option === undefined) return { shape, answers, place: index }
  return { shape, answers: ['no', 'yes'], place: index + answers.indexOf(option) / answers.length }
}

/** How many gave each answer of each question, in the order of its shape; options of several one by one. */
export interface Tally {
  question: string
  option?: string
  own?: OwnQuestion
  counts: number[]
}

/** Counts what the people of one block answered. */
export function tallyOf(dialog: Dialog, replies: readonly Record<string, unknown>[]): Tally[] {
  return dialog.questions.flatMap((asked): Tally[] => {
    const counted = asked.endWhen ? null : shapeOf(asked)
    if (!counted) return []
    const { id: question, own } = asked
    const given = replies.map(reply => reply[question]).filter(value => value !== undefined && value !== null)
    const { answers, multi } = counted
    if (!multi)
      return [
        {
          question,
          ...(own && { own }),
          counts: answers.map(answer => given.filter(value => String(value) === answer).length),
        },
      ]
    return answers.map(option => {
      const chosen = given.filter(value => (value as string[]).includes(option)).length
      return { question, option, counts: [given.length - chosen, chosen] }
    })
  })
}

/** Prints one block: each question from its own tally alone. */
export function printTallies(dialog: Dialog, tallies: readonly Tally[], policy: Policy): Atom[] {
  return tallies.flatMap(({ counts, ...asked }) => {
    const counted = countedIn(dialog, asked)
    return counted ? [{ ...asked, printed: printAtom(counts, counted.shape, policy) }] : []
  })
}
