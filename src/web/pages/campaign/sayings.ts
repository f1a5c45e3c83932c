import { askKey } from '../../../domain/dialog/textKey'
import type { Content } from '../../../ports/content'
import type { Words } from '../../words'

/** Questions and answers in the reader's words; an answer that is no option is shown as it was written. */
export function sayings({ texts, dialog: dialogOf }: Content, { language }: Pick<Words, 'language'>) {
  return {
    asks: (dialog: string, question: string): string => texts.say(askKey(dialog, question), language),
    answers: (dialog: string, question: string, answer: string): string => {
      const known = dialogOf(dialog)
      if (!known?.questions.some(({ id }) => id === question)) return answer
      const { version } = known
      const choices = texts.choices(
        { text: askKey(dialog, question), question: { dialog, version, id: question } },
        language,
      )
      return choices.find(({ id }) => id === answer || id.endsWith(`/${answer}`))?.label ?? answer
    },
  }
}
