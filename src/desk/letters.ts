import { randomInt } from 'node:crypto'
import { factsFor } from '../content/facts'
import type { Campaign } from '../domain/campaign'
import { chatLink } from '../domain/letters/chatLink'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import { markPosted, undoPosted } from '../use-cases/markPosted'
import { putPicture } from '../use-cases/putPicture'
import { readNames } from '../use-cases/readNames'
import { readPicture } from '../use-cases/readPicture'
import { removePicture } from '../use-cases/removePicture'
import { type Addressee, readAddressees, writeLetters } from '../use-cases/writeLetters'
import { phoneWords } from '../web/pages/campaign/TaskGroup'
import type { Sheet } from '../web/pages/letters/LetterSheet'
import { letterText } from '../web/pages/letters/letterText'
import type { LetterRoutes } from '../web/pages/letters/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** Stands where a code will be: looking at a letter gives nobody one. */
const NO_CODE_YET = '······'

/** Letters on paper: who gets one, with which code, and what stands on it. */
export function createLettersDesk({ documents, content, clock }: DeskTools): LetterRoutes {
  const { texts } = content
  const printedIn = (language: string) =>
    texts.render({ text: 'letter:title' }, { language, level: 'simple', channel: 'whatsapp', facts: {} })
      .language
  const own = async (by: Staff, id: string): Promise<Campaign> =>
    ofOwn(by, await documents.collection('campaigns').get(id), 'CAMPAIGN_NOT_FOUND')
  const addressees = async (by: Staff, id: string): Promise<Addressee[]> =>
    readAddressees({ documents, printedIn }, await own(by, id))
  return {
    clock,
    review: texts.review,
    campaign: own,
    campaigns: ({ organisation }) =>
      documents
        .collection('campaigns')
        .list(
          { organisation, state: { $in: ['running', 'paused'] } },
          { sort: [['event.start', 1]], limit: 200 },
        ),
    addressees,
    make: async (by, id, contacts) => {
      const chosen = (await addressees(by, id)).filter(({ contact }) => contacts.has(contact._id))
      const deps = { documents, clock, printedIn, dice: (sides: number) => randomInt(sides) }
      await writeLetters(deps, await own(by, id), chosen)
    },
    picture: async (by, id) => readPicture({ documents }, (await own(by, id))._id),
    putPicture: async (by, id, picture) =>
      putPicture({ documents, clock }, await own(by, id), picture, by._id),
    removePicture: async (by, id, seen, back) =>
      removePicture({ documents, clock }, (await own(by, id))._id, seen, back),
    markPosted: async (by, id, seen) =>
      markPosted({ documents, clock }, (await own(by, id))._id, { by: by._id, seen }),
    undoPosted: async (by, id, at) => undoPosted({ documents, clock }, (await own(by, id))._id, at),
    staffName: async ({ organisation }, id) => (await readNames(documents, organisation, [id]))[id],
    sheets: async (by, id, contacts, { second, codeOnly, tooLong, anew }) => {
      const { event, organisation: tenant } = await own(by, id)
      const organisation = await documents.collection('organisations').get(tenant)
      if (!organisation) throw new AppError('CAMPAIGN_NOT_FOUND', 'Its organisation is gone')
      const { senders } = organisation
      const sms = senders.sms && phoneWords(senders.sms.address)
      const chosen = (await addressees(by, id)).filter(({ contact }) => contacts.has(contact._id))
      return chosen.map(({ contact, printedIn, letter }): Sheet => {
        const language = anew || !letter ? printedIn : letter.language
        const code = letter?.code ?? NO_CODE_YET
        const textIn = (language: string) => {
          const say = (key: string, values: Record<string, string>) =>
            texts.say(`letter:${key}`, language, values)
          const facts = factsFor({ contact, organisation, event }, language)
          return letterText({ language, direction: texts.direction(language), say, facts }, code, sms)
        }
        const word = texts.say('letter:first_word', language)
        return {
          contact: contact._id,
          name: contact.name,
          code,
          link: chatLink(senders, codeOnly ? code : `${word} ${code}`),
          text: textIn(language),
          ...(second ? { second: textIn(second) } : {}),
          organisation: organisation.name,
          tooLong: tooLong(language),
        }
      })
    },
  }
}
