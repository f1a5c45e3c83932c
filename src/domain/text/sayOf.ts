import type { Dialog } from '../dialog/definition'
import { askKey } from '../dialog/textKey'
import type { Say, TextKey } from '../message'
import type { Timeline } from '../timeline/definition'
import { repeatId } from '../timeline/moments'

interface Found {
  dialog: (id: string) => Dialog | null
  timeline: (id: string) => Timeline | null
}

/** A text as it is said: a step that opens a dialog brings the buttons of its first question along. */
export function sayOf(key: TextKey, { dialog, timeline }: Found): Say {
  const [file = '', path = ''] = key.replace(/_standard$/, '').split(':')
  const id = file.slice(file.indexOf('/') + 1)
  const step = file.startsWith('timelines/')
    ? timeline(id)?.steps.find(one => one.id === path || repeatId(one.id) === path)
    : undefined
  const opened = step?.dialog === undefined ? null : dialog(step.dialog)
  const own = file.startsWith('dialogs/') ? dialog(id) : null
  const asking = opened ?? own
  const question =
    opened?.questions[0] ?? own?.questions.find(one => askKey(id, one.id) === `${file}:${path}`)
  return {
    text: key,
    ...(asking && question
      ? { question: { dialog: asking.id, version: asking.version, id: question.id } }
      : {}),
  }
}
