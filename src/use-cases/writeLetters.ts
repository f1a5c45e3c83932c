import type { Campaign, Enrolment } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import { makeCode } from '../domain/letters/code'
import { LETTER_VERSION, type PaperLetter } from '../domain/letters/paperLetter'
import type { LanguageTag } from '../domain/message'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

export interface WriteLetters {
  documents: Documents
  clock: Pick<Clock, 'now'>
  /** The language in which a letter for this one is printed. */
  printedIn: (language: LanguageTag) => LanguageTag
  dice: (sides: number) => number
}

export interface Addressee {
  contact: Contact
  enrolment: Enrolment
  printedIn: LanguageTag
  /** Absent: not made yet. */
  letter?: PaperLetter
}

/** Participants of a campaign who may get a letter, by language and then by name, so that the pile can be split. */
export async function readAddressees(
  { documents, printedIn }: Omit<WriteLetters, 'dice' | 'clock'>,
  campaign: Campaign,
): Promise<Addressee[]> {
  const enrolments = await documents
    .collection('enrolments')
    .list({ campaign: campaign._id, audience: 'participant' })
  const [contacts, letters] = await Promise.all([
    documents.collection('contacts').list({ _id: { $in: enrolments.map(({ contact }) => contact) } }),
    documents.collection('paperLetters').list({ campaign: campaign._id }),
  ])
  const enrolmentOf = new Map(enrolments.map(enrolment => [enrolment.contact, enrolment]))
  const letterOf = new Map(letters.map(letter => [letter.contact, letter]))
  return contacts
    .flatMap(contact => {
      const enrolment = enrolmentOf.get(contact._id)
      const letter = letterOf.get(contact._id)
      if (!enrolment || enrolment.rsvp === 'no') return []
      return [{ contact, enrolment, printedIn: printedIn(contact.language), ...(letter ? { letter } : {}) }]
    })
    .toSorted(
      (a, b) =>
        a.printedIn.localeCompare(b.printedIn) ||
        a.contact.name.localeCompare(b.contact.name) ||
        a.contact._id.localeCompare(b.contact._id),
    )
}

const TRIES = 20

/** Gives each of them a code of their own. A letter that was made keeps its code: it may be in an envelope already. */
export async function writeLetters(
  deps: WriteLetters,
  campaign: Campaign,
  addressees: readonly Addressee[],
): Promise<void> {
  const letters = deps.documents.collection('paperLetters')
  for (const { contact, printedIn, letter } of addressees) {
    if (letter?.language === printedIn && letter.version === LETTER_VERSION) continue
    const printed = { language: printedIn, version: LETTER_VERSION }
    if (letter) {
      await letters.update({ _id: letter._id }, { set: printed })
      continue
    }
    const _id = `${campaign._id}:${contact._id}`
    for (let tries = 0; !(await insert(_id, contact, printed)); tries++) {
      if (await letters.get(_id)) break
      if (tries === TRIES) throw new AppError('STORE_FULL', 'No code is free')
    }
  }

  function insert(_id: string, contact: Contact, printed: Pick<PaperLetter, 'language' | 'version'>) {
    return letters.insert({
      _id,
      organisation: campaign.organisation,
      campaign: campaign._id,
      contact: contact._id,
      code: makeCode(deps.dice),
      ...printed,
      madeAt: deps.clock.now(),
    })
  }
}
