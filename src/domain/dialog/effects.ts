import type { Rsvp } from '../campaign'
import type { Purpose } from '../contact'
import type { DialogRun, Effect } from '../conversation'
import type { LanguageTag } from '../message'
import type { AnswerValue, Dialog, EffectName, Question } from './definition'

const RSVPS: readonly unknown[] = ['yes', 'no', 'maybe'] satisfies Rsvp[]

const purposeOf = (effect: EffectName, dialog: Dialog): Purpose =>
  effect.startsWith('consent:') ? (effect.slice('consent:'.length) as Purpose) : dialog.purpose

export const consentVersion = (dialog: Dialog) => `${dialog.id}.${dialog.version}`

/** What it means to ask: a consent that is asked for goes into the register as asked. */
export function effectsOfAsking(dialog: Dialog, question: Question): Effect[] {
  if (!question.effect?.startsWith('consent')) return []
  return [
    {
      do: 'consent',
      purpose: purposeOf(question.effect, dialog),
      state: 'asked',
      version: consentVersion(dialog),
      by: 'chat',
    },
  ]
}

/** What an answer does, by the name in the dialog. `later` gives nothing: nothing has been decided. */
export function effectsOfAnswer(
  dialog: Dialog,
  question: Question,
  value: AnswerValue,
  run: DialogRun,
): Effect[] {
  const effect = question.effect
  if (effect === undefined || value === question.laterWhen?.option) return []
  const { campaign } = run
  switch (effect) {
    case 'rsvp':
      return campaign !== undefined && RSVPS.includes(value)
        ? [{ do: 'rsvp', campaign, rsvp: value as Rsvp }]
        : []
    case 'needs': {
      if (campaign === undefined) return []
      const none = question.answer.type === 'multi_choice' ? question.answer.none : undefined
      const needs = (Array.isArray(value) ? value : [String(value)]).filter(need => need !== none)
      return [{ do: 'enrolment', campaign, needs }]
    }
    case 'companions':
    case 'children':
      return campaign === undefined ? [] : [{ do: 'enrolment', campaign, [effect]: Number(value) }]
    case 'language':
      return [{ do: 'language', language: value as LanguageTag }]
    case 'name':
      return [{ do: 'profile', field: 'name', value: String(value) }]
    case 'reads':
      return [{ do: 'profile', field: 'reads', value: value === 'standard' ? 'standard' : 'simple' }]
    case 'evening':
      return [{ do: 'profile', field: 'evening', value: value === 'yes' }]
    case 'call_me':
      return value === 'yes' ? [{ do: 'task', kind: 'call', reason: 'asked_for_call', campaign }] : []
    case 'about':
      // Said with the whole reply, when it is kept.
      return []
    default: {
      const refused = value === 'no' || (question.endWhen ?? []).includes(String(value))
      return [
        {
          do: 'consent',
          purpose: purposeOf(effect, dialog),
          state: refused ? 'withdrawn' : 'given',
          version: consentVersion(dialog),
          by: 'chat',
        },
      ]
    }
  }
}
