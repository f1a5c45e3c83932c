import { isPrivate } from '../domain/access/may'
import { mayJoin } from '../domain/campaigns/mayJoin'
import type { Contact } from '../domain/contact'
import { sameName } from '../domain/contacts/byName'
import { nearNames } from '../domain/contacts/nearNames'
import type { Organisation } from '../domain/organisation'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import { writeList } from '../lists/writeList'
import { addContact } from '../use-cases/addContact'
import { askIntake, readIntakes } from '../use-cases/askIntake'
import { askToFollow } from '../use-cases/askToFollow'
import { changeContact } from '../use-cases/changeContact'
import { exportContact } from '../use-cases/exportContact'
import { forgetContact } from '../use-cases/forgetContact'
import { keepCase } from '../use-cases/keepCase'
import { chooseContacts, listContacts } from '../use-cases/listContacts'
import { listSupervisors } from '../use-cases/listSupervisors'
import { mergeContacts, pairVersion, previewMerge } from '../use-cases/mergeContacts'
import { noteConsent } from '../use-cases/noteConsent'
import { noteWork } from '../use-cases/noteWork'
import { readCases } from '../use-cases/readCases'
import { lastSentTo, readContact } from '../use-cases/readContact'
import { readTrainings } from '../use-cases/readTrainings'
import { readWork } from '../use-cases/readWork'
import { tagContacts, untagContact } from '../use-cases/tagContacts'
import { readMerge, undoMerge } from '../use-cases/undoMerge'
import type { ContactsRoutes } from '../web/pages/contacts/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'
import { createTrainingDeeds } from './trainings'

/** How many are shown of those who may be the same person. */
const MOST_ALIKE = 20

/** What staff does with the people of their organisation. */
export function createContactsDesk(tools: DeskTools): ContactsRoutes {
  const { documents, content, clock, turns } = tools
  const withLanguages = { ...tools, languages: content.texts.languages }
  const own = async (by: Staff, id: string): Promise<Contact> => {
    const contact = await documents.collection('contacts').get(id, { fresh: true })
    return ofOwn(by, contact?.forgotten ? null : contact, 'CONTACT_NOT_FOUND')
  }
  const both = async (by: Staff, [first, second]: readonly [string, string]): Promise<[Contact, Contact]> => {
    if (first === second) throw new AppError('ARGUMENT_INVALID', 'A person is not merged with themselves')
    return Promise.all([own(by, first), own(by, second)])
  }
  const isHidden = (dialog: string) => isPrivate(content.dialog(dialog))
  const organisationOf = async ({ organisation }: Staff): Promise<Organisation> =>
    ofOwn({ organisation }, await withId(documents.collection('organisations').get(organisation)))
  return {
    ...createTrainingDeeds(tools, own, async by => (await organisationOf(by)).zone),
    content,
    clock,
    newId: tools.newId,
    contact: own,
    workbook: writeList,
    supervisors: ({ organisation }) => listSupervisors(documents, organisation),
    zone: async by => (await organisationOf(by)).zone,
    list: async ({ organisation }, asked) => {
      const listed = await listContacts(documents, organisation, asked)
      return { ...listed, last: await lastSentTo(documents, listed.contacts) }
    },
    importUnderWay: async ({ organisation }) => {
      const open = { organisation, state: { $in: ['columns', 'reading', 'check', 'writing'] } } as const
      return (await documents.collection('imports').first(open, { sort: [['at', -1]] }))?._id ?? null
    },
    joinable: async ({ organisation }) => {
      const open = { organisation, state: { $in: ['draft', 'running', 'paused'] } } as const
      const campaigns = await documents.collection('campaigns').list(open)
      return campaigns.filter(campaign => mayJoin(campaign, clock.now()))
    },
    cases: async ({ organisation, _id }, { mine, ...asked }) =>
      readCases(tools, organisation, { ...asked, ...(mine ? { supervisor: _id } : {}) }),
    choose: ({ organisation }, filter) => chooseContacts(documents, organisation, filter),
    add: async (by, asked) => {
      const kept = await addContact(withLanguages, await organisationOf(by), { ...asked, by: by._id })
      if (kept.ok) await keepCase(tools, kept.contact)
      return kept
    },
    read: async (by, id) => {
      const reading = await readContact(tools, await own(by, id), isHidden)
      const campaigns = reading.campaigns.map(({ campaign }) => campaign)
      const [work, trainings] = await Promise.all([
        readWork(tools, reading.contact, campaigns),
        readTrainings(documents, reading.contact),
      ])
      return { ...reading, work, trainings }
    },
    noteWork: async (by, id, { key, form }) => {
      const { zone } = await organisationOf(by)
      const noted = await noteWork(tools, await own(by, id), { key, form, zone, by: by._id })
      await keepCase(tools, id)
      return noted
    },
    change: async (by, id, asked) => {
      const before = await own(by, id)
      const kept = await changeContact(withLanguages, before, asked)
      await keepCase(tools, id)
      // Who works in office hours has other hours in every plan.
      if (kept.ok && before.evening !== asked.form.evening)
        for (const { campaign } of await documents.collection('enrolments').list({ contact: id }))
          await turns.replan(campaign, id)
      return kept
    },
    tag: ({ organisation }, contacts, tag) => tagContacts(documents, organisation, contacts, tag),
    untag: ({ organisation }, contact, tag) => untagContact(documents, organisation, contact, tag),
    alike: async (by, id, search) => {
      const { name } = await own(by, id)
      const everybody = await chooseContacts(documents, by.organisation, search ? { search } : {})
      const others = everybody.filter(one => one._id !== id)
      if (search !== '') return others.slice(0, MOST_ALIKE)
      const same = others.filter(one => sameName(one.name, name))
      const near = name.split(' ').flatMap(part => nearNames(part, others))
      return [...new Set([...same, ...near])].slice(0, MOST_ALIKE)
    },
    previewMerge: async (by, ids) => {
      const [contact, other] = await both(by, ids)
      const read = await previewMerge(documents, [contact, other])
      return { read, other, version: pairVersion(contact, other) }
    },
    merge: async (by, ids, version, chosen) => {
      const [contact, other] = await both(by, ids)
      if (version !== pairVersion(contact, other))
        throw new AppError('CONTACT_CHANGED', 'One of the two has changed since they were seen')
      const stays = await mergeContacts(turns, [contact, other], chosen, by._id)
      for (const id of ids) await keepCase(tools, id)
      return stays
    },
    merged: async (by, id) => readMerge(tools, (await own(by, id))._id),
    undoMerge: async (by, id) => {
      const merge = await readMerge(tools, (await own(by, id))._id)
      const isUndone = await undoMerge(turns, id, by._id)
      for (const one of [id, ...(merge ? [merge.gone._id] : [])]) await keepCase(tools, one)
      return isUndone
    },
    personData: async (by, id, whole) => {
      const contact = await own(by, id)
      const hidden = whole || contact.supervisor === by._id ? undefined : isHidden
      return exportContact(tools, contact, by._id, hidden)
    },
    forget: async (by, id) =>
      forgetContact({ ...turns, outbox: tools.sending.outbox }, await own(by, id), by._id),
    intakes: async (by, ids) => readIntakes(tools, await Promise.all(ids.map(id => own(by, id)))),
    askIntake: async (by, ids) => {
      const asked = await askIntake(tools, await Promise.all(ids.map(id => own(by, id))))
      await tools.tick()
      return asked
    },
    askToFollow: async (by, id) => {
      await askToFollow(tools, await own(by, id))
      await tools.tick()
    },
    noteConsent: async (by, id, { key, form }) => {
      const { zone } = await organisationOf(by)
      const noted = await noteConsent(tools, await own(by, id), { key, form, zone, by: by._id })
      await keepCase(tools, id)
      return noted
    },
  }
}

/** An organisation belongs to itself. */
const withId = async (found: Promise<Organisation | null>) => {
  const organisation = await found
  return organisation && { ...organisation, organisation: organisation._id }
}
