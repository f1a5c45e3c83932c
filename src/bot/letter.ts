import { OPT_IN_DIALOG } from '../domain/consent/mayWrite'
import type { SentLetter } from '../domain/letters/paperLetter'
import { anchorMoment } from '../domain/timeline/dueAt'
import { handleStart } from './starts'
import { isStopped, openRun, play, say, type Talk } from './talk'

/**
 * Somebody sent the code of a letter. The letter says that sending it means yes, so this is the proof; the talk goes on in
 * its language with its question. A letter that was written to somebody else is looked at by a person.
 */
export async function takeLetter(talk: Talk, letter: SentLetter): Promise<void> {
  const { code, version, language, campaign, own } = letter
  const begins = isStopped(talk)
  if (begins) talk.effects.push({ do: 'start_again' })
  talk.effects.push({
    do: 'consent',
    purpose: 'C1',
    state: 'given',
    version,
    language,
    by: 'paper',
    about: code,
  })
  if (!own) talk.effects.push({ do: 'task', kind: 'look', reason: 'letter_of_another', campaign })
  if (own || !talk.context.contact.languageChosen) {
    talk.effects.push({ do: 'language', language })
    talk.language = language
  }
  if (talk.state.withPerson) return
  delete talk.state.confirming
  if (openRun(talk)?.dialog === OPT_IN_DIALOG) await play(talk, { do: 'leave' })
  say(talk, 'system:letter_received')
  if (!begins) await askWhetherComing(talk, campaign)
}

/** What the paper asks, unless it was answered. */
async function askWhetherComing(talk: Talk, id: string): Promise<void> {
  const enrolled = talk.context.campaigns.find(({ campaign }) => campaign._id === id)
  if (!enrolled || enrolled.enrolment.rsvp) return
  const { campaign, enrolment } = enrolled
  const { content } = talk.parts
  const asks = content.timeline(campaign.timeline.id)?.steps.find(({ audience, dialog: opened }) => {
    const dialog = opened === undefined ? null : content.dialog(opened)
    return (
      audience === enrolment.audience &&
      dialog?.quiet === false &&
      dialog.questions.some(({ effect }) => effect === 'rsvp')
    )
  })
  if (asks?.dialog === undefined || campaign.state === 'cancelled') return
  const notAfter = anchorMoment(campaign.event, 'start')
  await handleStart(talk, { kind: 'start', dialog: asks.dialog, campaign: id, notAfter })
}
