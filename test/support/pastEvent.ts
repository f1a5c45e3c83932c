import { USUAL_POLICY } from '../../src/domain/anonymity/printAtom'
import { printTallies, tallyOf } from '../../src/domain/anonymity/tally'
import type { Campaign, Enrolment, EvaluationMark } from '../../src/domain/campaign'
import { REACHED_DELIVERED, REACHED_READ } from '../../src/domain/outbox'
import type { Content } from '../../src/ports/content'
import type { Documents } from '../../src/ports/documents'
import { keepPrints } from '../../src/use-cases/keepPrints'
import { aStoredContact, aStoredReply, aStoredRow } from './storedExamples'
import { aCampaign, anEvent, at } from './timelineBuilders'

/** How the people of an event speak, in this order. */
const LANGUAGES: readonly [language: string, people: number][] = [
  ['nl', 18],
  ['ar', 10],
  ['fa', 4],
  ['ps', 3],
  ['fr', 5],
]

/** Where some of them said they come from; of the others who said it, the same. */
const ORIGINS: Readonly<Record<number, string>> = { 0: 'Eritrea', 2: 'Ik ben Tibetaan', 4: 'Irak' }

export interface PastEvent {
  organisation: string
  campaign: string
  series: string
  name: string
  /** ISO local. */
  start: string
  /** People per face, from bad to good, of those who answered the survey; the same for each question with faces. */
  faces: readonly [number, number, number, number, number]
  /** Labels of groups that it was planned with; so many people in each. */
  groups?: readonly string[]
}

/** One of the demo organisation. */
export const MARCH: PastEvent = {
  organisation: 'demo',
  campaign: 'march',
  series: 'jobcafe',
  name: 'Job café',
  start: '2026-03-12T14:00',
  faces: [2, 3, 5, 6, 4],
}

/** An event of forty people that is over and evaluated, as the store has it; nobody is anybody you know. */
export async function keepPastEvent(
  documents: Documents,
  content: Content,
  { organisation, campaign: _id, series, name, start, faces, groups = [''] }: PastEvent,
): Promise<Campaign> {
  const end = `${start.slice(0, 'YYYY-MM-DDT'.length)}17:00`
  const campaign = aCampaign({ _id, organisation, series, event: anEvent({ name, start, end }) })
  await documents.collection('campaigns').insert(campaign)
  const endsAt = at(end)
  const languages = LANGUAGES.flatMap(([language, people]) => Array<string>(people).fill(language))
  const answers = repliesFor(faces)
  for (const [index, language] of languages.entries()) {
    const contact = `${_id}-${index}`
    await documents.collection('contacts').insert(
      aStoredContact({
        _id: contact,
        organisation,
        name: `Geheim ${index}`,
        language,
        addresses: [{ channel: 'whatsapp', address: `+3247000${String(1000 + index)}` }],
        addressKeys: [`${organisation}|whatsapp|${contact}`],
      }),
    )
    const came = index % 4 !== 3
    await documents
      .collection('enrolments')
      .insert(
        enrolmentOf(
          campaign,
          contact,
          index,
          came,
          came && index < answers.length * 2 ? markOf(index) : undefined,
        ),
      )
    for (const [step, days] of [
      ['save_the_date', -30],
      ['invitation', -14],
    ] as const)
      await documents.collection('outbox').insert(
        aStoredRow({
          _id: `${contact}:${step}`,
          organisation,
          contact,
          campaign: _id,
          step,
          channel: index % 5 === 0 ? 'sms' : 'whatsapp',
          state: 'accepted',
          reached: index % 3 === 0 ? REACHED_DELIVERED : REACHED_READ,
          dueAt: endsAt + days * 86_400_000,
          leftAt: endsAt + days * 86_400_000,
        }),
      )
    await documents.collection('namedReplies').insert(
      aStoredReply({
        _id: `${contact}:intake`,
        organisation,
        contact,
        dialog: 'intake',
        answers: {
          gender: index % 3 === 0 ? 'man' : 'woman',
          birth_year: 1960 + index,
          diploma: 'higher',
          ...(index % 2 === 0 ? { origin: ORIGINS[index] ?? 'Syrië, Aleppo' } : {}),
        },
      }),
    )
  }
  await printSurvey(documents, content, campaign, answers, groups)
  return campaign
}

const markOf = (index: number): EvaluationMark => (index % 2 === 0 ? 'answered' : 'invited')

function enrolmentOf(
  { _id, organisation }: Campaign,
  contact: string,
  index: number,
  attended: boolean,
  mark?: EvaluationMark,
): Enrolment {
  return {
    _id: `${_id}:${contact}`,
    organisation,
    campaign: _id,
    contact,
    audience: 'participant',
    joinedAt: 1,
    rsvp: index % 10 === 9 ? 'no' : 'yes',
    needs: [...(index % 5 === 0 ? ['childcare'] : []), ...(index === 1 ? ['interpreter'] : [])],
    ...(index % 10 === 9 ? {} : { attended }),
    evaluations: mark ? { 'E-02': mark } : {},
    turn: 0,
  }
}

function repliesFor(faces: PastEvent['faces']): Record<string, unknown>[] {
  const given = faces.flatMap((people, place) => Array<number>(people).fill(place + 1))
  return given.map(face => ({
    supervisors: face,
    clear_information: face,
    involvement: Math.max(1, face - 1),
    network: face > 3 ? 'yes' : face === 3 ? 'partly' : 'no',
    dare: face > 2 ? 'yes' : 'no',
    value: face > 3 ? ['people', 'dutch'] : ['people'],
  }))
}

/** A block of each group, sealed and printed. */
async function printSurvey(
  documents: Documents,
  content: Content,
  { _id, organisation, series, event }: Campaign,
  replies: readonly Record<string, unknown>[],
  groups: readonly string[],
): Promise<void> {
  const dialog = content.dialog('participant-survey')!
  const evaluation = `${_id}:E-02`
  const about = {
    organisation,
    campaign: _id,
    series,
    dialog: dialog.id,
    dialogVersion: dialog.version,
  } as const
  await documents.collection('evaluations').insert({
    _id: evaluation,
    ...about,
    instrument: 'E-02',
    way: 'chat',
    privacy: 'anonymous',
    classBy: 'none',
    classes: [],
    publicKey: 'key',
    closesOn: event.start.slice(0, 10),
    live: false,
    sealed: replies.length * groups.length,
    state: 'closed',
  })
  const printed = printTallies(dialog, tallyOf(dialog, replies), USUAL_POLICY)
  const inGroups = groups.flatMap(label => printed.map(atom => ({ label, atom })))
  const entries = inGroups.map(({ label, atom }) => ({
    _id: [evaluation, label || 'block', atom.question, atom.option].join(':'),
    ...about,
    evaluation,
    instrument: 'E-02',
    way: 'chat' as const,
    block: `${_id}-${label || 'block'}`,
    label,
    day: event.start.slice(0, 10),
    people: replies.length,
    s: USUAL_POLICY.s,
    ...atom,
  }))
  await documents.atomically(await keepPrints(documents, dialog, entries))
}
