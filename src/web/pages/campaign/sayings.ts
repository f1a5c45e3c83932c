import type { Event } from '../../../domain/campaign'
import { type OwnQuestion, type OwnWords, withOwnQuestions } from '../../../domain/dialog/ownQuestion'
import { askKey } from '../../../domain/dialog/textKey'
import type { Content } from '../../../ports/content'
import type { Words } from '../../words'

/** What texts may say about an event, in a language. */
export type FactsOf = (event: Event, language: string) => Record<string, string>

/** Questions and answers in the reader's words; an answer that is no option is shown as it was written. */
export function sayings(
  { texts, dialog: dialogOf }: Content,
  { language }: Pick<Words, 'language'>,
  facts: Record<string, string>,
) {
  const inWordsOf = (words: OwnWords): string => words[language] ?? words.nl ?? ''
  return {
    /** The question alone: the lines before it are facts that staff knows. */
    asks: (dialog: string, question: string, own?: OwnQuestion): string =>
      own
        ? inWordsOf(own.ask)
        : (texts.say(askKey(dialog, question), language, facts).split('\n').at(-1) ?? ''),
    answers: (dialog: string, question: string, answer: string, own?: OwnQuestion): string => {
      const known = withOwnQuestions(dialogOf(dialog), own && [own])
      if (!known?.questions.some(({ id }) => id === question)) return answer
      const { version } = known
      const choices = texts.choices(
        {
          text: askKey(dialog, question),
          question: { dialog, version, id: question, ...(own && { own }) },
        },
        language,
      )
      return choices.find(({ id }) => id === answer || id.endsWith(`/${answer}`))?.label ?? answer
    },
  }
}

export type Sayings = ReturnType<typeof sayings>
