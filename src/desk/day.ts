import type { Campaign } from '../domain/campaign'
import { findable, isFound } from '../domain/day/guests'
import type { Staff } from '../domain/staff'
import { addWalkIn, comeIn } from '../use-cases/addWalkIn'
import { type AtTheDoor, changeCompany, checkIn, undoCheckIn } from '../use-cases/checkIn'
import { markNoShows, undoNoShows } from '../use-cases/markNoShows'
import { readDay } from '../use-cases/readDay'
import type { DayRoutes } from '../web/pages/day/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** More people of one name than these: type a little more. */
const MOST_OTHERS = 10

/** The list at the door on the day itself. */
export function createDayDesk({ documents, content, clock, newId, turns }: DeskTools): DayRoutes {
  const door: AtTheDoor = { documents, clock, replan: turns.replan }
  const own = async (by: Staff, id: string): Promise<Campaign> =>
    ofOwn(by, await documents.collection('campaigns').get(id), 'CAMPAIGN_NOT_FOUND')
  return {
    clock,
    newId,
    languages: content.texts.languages.map(tag => ({ tag, endonym: content.texts.endonym(tag) })),
    campaign: own,
    day: async (by, id) => readDay({ documents }, (await own(by, id))._id),
    checkIn: async (by, id, tap) => checkIn(door, (await own(by, id))._id, { ...tap, by: by._id }),
    undoCheckIn: async (by, id, tap) => undoCheckIn(door, (await own(by, id))._id, { ...tap, by: by._id }),
    changeCompany: async (by, id, tap) =>
      changeCompany(door, (await own(by, id))._id, { ...tap, by: by._id }),
    walkIn: async (by, id, form) => addWalkIn({ ...door, content }, await own(by, id), form, by._id),
    others: async (by, id, query) => {
      const { organisation, _id } = await own(by, id)
      const listed = await documents.collection('enrolments').list({ campaign: _id })
      const onList = new Set(listed.map(({ contact }) => contact))
      const found: Awaited<ReturnType<DayRoutes['others']>> = []
      for await (const { _id: contact, name, addresses } of documents
        .collection('contacts')
        .each({ organisation })) {
        const phone = addresses.find(({ address }) => address.startsWith('+'))?.address
        if (onList.has(contact) || !isFound(findable(name, phone), query)) continue
        found.push({ contact, name, ...(phone ? { phoneEnd: phone.slice(-2) } : {}) })
        if (found.length === MOST_OTHERS) break
      }
      return found
    },
    comeIn: async (by, id, contact) => {
      const campaign = await own(by, id)
      const known = ofOwn(by, await documents.collection('contacts').get(contact), 'CONTACT_NOT_FOUND')
      await comeIn(door, campaign, known, by._id)
    },
    markNoShows: async (by, id) => markNoShows(door, (await own(by, id))._id, by._id),
    undoNoShows: async (by, id, at) => undoNoShows(door, (await own(by, id))._id, at),
  }
}
