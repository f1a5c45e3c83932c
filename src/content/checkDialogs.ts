import type { Condition, Question } from '../domain/dialog/definition'
import { RESERVED_OPTIONS } from '../domain/dialog/textKey'
import type { LoadedDialog } from './loadDialogs'
import type { ContentProblem } from './problem'
import type { Path } from './source'

/** Effects that an anonymous dialog may have: they say nothing about an opinion. */
const OPENS_THE_DOOR = /^consent/

/** Whether each dialog can be held: everything that its own file can get wrong. */
export function checkDialogs(dialogs: readonly LoadedDialog[]): ContentProblem[] {
  const twice = dialogs.flatMap((loaded, index) =>
    dialogs.slice(0, index).some(({ dialog }) => isSame(dialog, loaded.dialog))
      ? [at(loaded, ['id'], `there are two dialogs ${loaded.dialog.id} of version ${loaded.dialog.version}`)]
      : [],
  )
  return [...twice, ...dialogs.flatMap(checkOne)]
}

const isSame = (a: { id: string; version: number }, b: { id: string; version: number }) =>
  a.id === b.id && a.version === b.version

const at = ({ source }: LoadedDialog, path: Path, message: string): ContentProblem => ({
  file: source.file,
  line: source.line(path),
  message,
})

/** What can be answered, as conditions name it. Null: anything. */
function optionsOf({ answer }: Question): string[] | null {
  switch (answer.type) {
    case 'yes_no':
      return ['yes', 'no']
    case 'choice':
    case 'multi_choice':
      return answer.options
    default:
      return null
  }
}

function checkOne(loaded: LoadedDialog): ContentProblem[] {
  const { dialog } = loaded
  const problems: ContentProblem[] = []
  const say = (path: Path, message: string) => problems.push(at(loaded, path, message))
  const ids = dialog.questions.map(({ id }) => id)

  dialog.questions.forEach((question, index) => {
    const here = ['questions', index] as const
    const options = optionsOf(question)
    if (ids.indexOf(question.id) !== index) say([...here, 'id'], `there are two questions ${question.id}`)
    for (const option of options ?? []) {
      const taken = RESERVED_OPTIONS.some(name => option === name || option.startsWith(`${name}_`))
      if (taken || option.endsWith('_description') || option.endsWith('_standard'))
        say([...here, 'answer'], `the option ${option} has the name of a text; choose another`)
    }
    const { answer } = question
    if (answer.type === 'choice' || answer.type === 'multi_choice') {
      if (new Set(answer.options).size < answer.options.length)
        say([...here, 'answer', 'options'], 'an option stands there twice')
      if (answer.options.length > 10)
        say([...here, 'answer', 'options'], `${answer.options.length} options: WhatsApp shows at most 10`)
    }
    if (answer.type === 'multi_choice' && answer.none !== undefined && !answer.options.includes(answer.none))
      say([...here, 'answer', 'none'], `${answer.none} is none of the options`)
    if ((answer.type === 'scale' || answer.type === 'number') && answer.min >= answer.max)
      say([...here, 'answer'], 'min is smaller than max')

    if (question.ladder) {
      const rungs = [...question.ladder.low, ...question.ladder.high]
      if (answer.type !== 'choice') say([...here, 'ladder'], 'only a choice needs one')
      else if (rungs.toSorted().join() !== answer.options.toSorted().join())
        say([...here, 'ladder'], 'has each option once, from bad to good')
    }

    const named = [
      ...(question.endWhen ?? []).map(option => ['endWhen', option] as const),
      ...(question.againWhen ?? []).map(option => ['againWhen', option] as const),
      ...(question.laterWhen ? [['laterWhen', question.laterWhen.option] as const] : []),
    ]
    for (const [field, option] of named)
      if (options && !options.includes(option)) say([...here, field], `${option} is none of the options`)
    if (named.length > 0 && !options) say(here, 'ends only on an option, and this question has none')
    if (question.acknowledge === 'per_option' && (!options || answer.type === 'multi_choice'))
      say([...here, 'acknowledge'], 'per_option needs a choice or yes_no')
    if (question.againWhen && index < dialog.questions.length - 1)
      say([...here, 'againWhen'], 'only the last question may begin anew')
    if (question.effect === 'about' && answer.type !== 'text')
      say([...here, 'effect'], 'a name is written in words')
    if (question.askWhen)
      for (const problem of checkCondition(question.askWhen, question, index, dialog.questions))
        say([...here, 'askWhen'], problem)
  })

  for (const id of dialog.echo ?? []) if (!ids.includes(id)) say(['echo'], `there is no question ${id}`)
  const { ownQuestions } = dialog
  if (ownQuestions && !ids.slice(1).includes(ownQuestions.before))
    say(['ownQuestions', 'before'], `there is no question ${ownQuestions.before} after the first`)
  if (ownQuestions && dialog.privacy !== 'anonymous')
    say(['ownQuestions'], 'an organiser asks without names only')
  if (dialog.remindAfterHours !== undefined && dialog.remindAfterHours >= dialog.closesAfterDays * 24)
    say(['remindAfterHours'], 'the reminder comes after the dialog is closed')
  if (dialog.privacy === 'anonymous') problems.push(...checkAnonymous(loaded))
  return problems
}

/** A condition looks back only: forward, to itself or in a ring would be a dialog that turns around. */
function checkCondition(
  condition: Condition,
  question: Question,
  index: number,
  questions: readonly Question[],
): string[] {
  const asked = questions.findIndex(({ id }) => id === condition.question)
  if (asked < 0) return [`there is no question ${condition.question}`]
  if (asked === index) return [`${question.id} waits for its own answer: a loop`]
  if (asked > index) {
    const back = questions[asked]?.askWhen?.question === question.id
    return [
      back
        ? `${question.id} and ${condition.question} wait for each other: a loop`
        : `${condition.question} is asked later; a condition looks at earlier questions only`,
    ]
  }
  const options = optionsOf(questions[asked]!)
  if (!options) return [`${condition.question} has no options to compare with`]
  const wanted = 'is' in condition ? condition.is : condition.isNot
  return [wanted]
    .flat()
    .flatMap(option =>
      options.includes(option) ? [] : [`${option} is none of the options of ${condition.question}`],
    )
}

/** No echo, no branch: whoever reads our messages must not learn an answer from them (docs/anonymity.md). */
function checkAnonymous(loaded: LoadedDialog): ContentProblem[] {
  const { dialog } = loaded
  const problems: ContentProblem[] = []
  const say = (path: Path, message: string) =>
    problems.push(at(loaded, path, `${message}: this dialog is anonymous`))
  if (dialog.echo?.length) say(['echo'], 'a text may not repeat an answer')
  if (!dialog.instrument) say(['privacy'], 'it needs an instrument, so that answers find their letterbox')
  dialog.questions.forEach((question, index) => {
    const here = ['questions', index] as const
    if (question.askWhen) say([...here, 'askWhen'], 'what is asked may not depend on an answer')
    if (question.acknowledge === 'per_option')
      say([...here, 'acknowledge'], 'what is said may not depend on an answer')
    if (question.effect && !OPENS_THE_DOOR.test(question.effect))
      say([...here, 'effect'], `${question.effect} would tie an answer to a name`)
    if (question.againWhen) say([...here, 'againWhen'], 'each person answers once')
    if (index > 0 && (question.endWhen || question.laterWhen))
      say(here, 'only the first question may end it or put it off')
  })
  return problems
}
