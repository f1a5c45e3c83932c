import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import type { Contact } from '../../../domain/contact'
import type { ConsentForm } from '../../../domain/contacts/consentForm'
import type { ContactFilter } from '../../../domain/contacts/contactFilter'
import type { ContactForm } from '../../../domain/contacts/contactForm'
import type { Chosen } from '../../../domain/contacts/merged'
import { tagOf } from '../../../domain/contacts/tagOf'
import type { WorkForm } from '../../../domain/contacts/workNote'
import type { FieldProblem } from '../../../domain/fieldProblem'
import type { Staff } from '../../../domain/staff'
import type { Clock } from '../../../ports/clock'
import type { Content } from '../../../ports/content'
import type { NewId } from '../../../ports/ids'
import type { Kept, NewContact } from '../../../use-cases/addContact'
import type { IntakeReading } from '../../../use-cases/askIntake'
import type { PersonData } from '../../../use-cases/exportContact'
import type { Forgotten } from '../../../use-cases/forgetContact'
import type { CasesAsked, CasesReading } from '../../../use-cases/readCases'
import type { ContactReading } from '../../../use-cases/readContact'
import type { TrainingReading } from '../../../use-cases/readTrainings'
import type { WorkReading } from '../../../use-cases/readWork'
import type { UndoPreview } from '../../../use-cases/undoMerge'
import { readForm } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { AskIntakePage } from './AskIntakePage'
import { ContactsPage, type ContactsPageProps } from './ContactsPage'
import { caseRoutes } from './caseRoutes'
import { type ContactQuery, filterOf, pathFor, queryOf } from './contactQuery'
import { listOf } from './listOf'
import type { MergePageProps } from './MergePage'
import { mergeRoutes } from './mergeRoutes'
import { newContactRoutes } from './newRoutes'
import { oneContactRoutes } from './oneRoutes'
import { privacyRoutes } from './privacyRoutes'
import { type TrainingRoutes, trainingRoutes } from './trainingRoutes'

/** What staff may do with contacts; each is a use-case, wired in `src/desk/`. */
export interface ContactsRoutes extends TrainingRoutes {
  list(
    by: Staff,
    asked: { filter: ContactFilter; after?: string; limit: number },
  ): Promise<ContactsPageProps['listed']>
  /** A list that is not done yet, the newest. */
  importUnderWay(by: Staff): Promise<string | null>
  /** Campaigns that people may still come into. */
  joinable(by: Staff): Promise<Campaign[]>
  /** The people whom we follow; `mine`: whom this one guides. */
  cases(by: Staff, asked: Omit<CasesAsked, 'supervisor'> & { mine: boolean }): Promise<CasesReading>
  /** Everybody who is meant. */
  choose(by: Staff, filter: ContactFilter): Promise<Contact[]>
  contact(by: Staff, id: string): Promise<Contact>
  read(by: Staff, id: string): Promise<ContactReading & { work: WorkReading; trainings: TrainingReading[] }>
  add(by: Staff, asked: Omit<NewContact, 'by'>): Promise<Kept>
  /** @throws CONTACT_CHANGED */
  change(by: Staff, id: string, asked: { version: string; form: ContactForm }): Promise<Kept>
  tag(by: Staff, contacts: readonly string[], tag: string): Promise<void>
  untag(by: Staff, contact: string, tag: string): Promise<void>
  noteConsent(
    by: Staff,
    id: string,
    asked: { key: string; form: ConsentForm },
  ): Promise<{ ok: true } | { ok: false; problems: FieldProblem[] }>
  noteWork(
    by: Staff,
    id: string,
    asked: { key: string; form: WorkForm },
  ): Promise<{ ok: true } | { ok: false; problems: FieldProblem[] }>
  intakes(by: Staff, ids: readonly string[]): Promise<IntakeReading[]>
  /** Asks whether the team may follow this person for a year. */
  askToFollow(by: Staff, id: string): Promise<void>
  /** @returns how many were asked: who was this week is not asked again */
  askIntake(by: Staff, ids: readonly string[]): Promise<number>
  /** What is for a talk with the supervisor is read by nobody else on a page; `whole` is for the person themself. */
  personData(by: Staff, id: string, whole: boolean): Promise<PersonData>
  /** Who is called so or nearly so; or whom the search means. */
  alike(by: Staff, id: string, search: string): Promise<Contact[]>
  previewMerge(by: Staff, ids: readonly [string, string]): Promise<NonNullable<MergePageProps['preview']>>
  /**
   * @returns the id that stays
   * @throws CONTACT_BUSY or CONTACT_CHANGED
   */
  merge(by: Staff, ids: readonly [string, string], version: string, chosen: Chosen): Promise<string>
  /** Who went up in them within the last month, and what would go back. */
  merged(by: Staff, id: string): Promise<UndoPreview | null>
  /**
   * @returns false when there is nothing to undo any more
   * @throws CONTACT_BUSY or CONTACT_CHANGED
   */
  undoMerge(by: Staff, id: string): Promise<boolean>
  /** @throws CONTACT_BUSY */
  forget(by: Staff, id: string): Promise<Forgotten>
  /** The bytes of a workbook with these rows. */
  workbook(rows: readonly (readonly string[])[]): Promise<Buffer>
  zone(by: Staff): Promise<string>
  /** Who can be somebody's supervisor. */
  supervisors(by: Staff): Promise<Pick<Staff, '_id' | 'name'>[]>
  content: Content
  clock: Clock
  newId: NewId
}

const PAGE = 50
const id = z.string().min(1).max(200)
const BODY = z.object({
  search: z.string().max(200).default(''),
  after: id.optional(),
  do: z.enum(['tag', 'campaign', 'download', 'intake', 'ask_intake']).optional(),
  campaign: z.string().max(200).default(''),
  all: z.literal('yes').optional(),
  tag: z.string().max(200).default(''),
  contact: z.union([id.transform(one => [one]), z.array(id).max(PAGE)]).default([]),
})

/** With how many people what was done, in the address of the list. */
const COUNTED = ['tagged', 'intakes'] as const

function doneOn(query: ContactQuery, what: (typeof COUNTED)[number], count: number): string {
  const to = new URL(pathFor(query), 'http://here.invalid')
  to.searchParams.set(what, String(count))
  return to.pathname + to.search
}

export function contactRoutes(routes: ContactsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/contacts', async (request, response) => {
    const { after, done: deed } = request.query
    const words = wordsOf(request)
    const counted = COUNTED.find(name => /^\d{1,6}$/.test(String(request.query[name])))
    const done = counted
      ? words.say(`contacts:done.${counted}`, { count: Number(request.query[counted]) })
      : deed === 'forgotten'
        ? words.say('contacts:done.forgotten')
        : undefined
    await show(request, response, { search: '', after: typeof after === 'string' ? after : undefined, done })
  })

  /** What is typed to search by is a name or a number, so it stays out of the address; so do those who are ticked. */
  router.post('/contacts', async (request, response) => {
    const { search, after, ...chosen } = readForm(BODY, request)
    if (chosen.do === undefined) return void (await show(request, response, { search: search.trim(), after }))
    const by = byOf(request)
    const words = wordsOf(request)
    const query = queryOf(request)
    const meant = chosen.all ? await routes.choose(by, filterOf(query, search)) : []
    const contacts = chosen.all ? meant.map(({ _id }) => _id) : chosen.contact
    if (contacts.length === 0)
      return void (await show(request, response, { search, wrong: words.say('contacts:chosen.nobody') }))
    if (chosen.do === 'download') {
      const people = chosen.all
        ? meant
        : await Promise.all(contacts.map(contact => routes.contact(by, contact)))
      const name = words.say('contacts:file').replace(/[^\w-]/g, '')
      response.attachment(`${name}.xlsx`).send(await routes.workbook(listOf(people, words)))
      return
    }
    if (chosen.do === 'campaign') {
      const campaign = (await routes.joinable(by)).find(({ _id }) => _id === chosen.campaign)
      if (!campaign)
        return void (await show(request, response, {
          search,
          wrong: words.say('contacts:chosen.no_campaign'),
        }))
      // The page that chooses people for a campaign takes the same form, and says what will change first.
      const page = `/campaigns/${encodeURIComponent(campaign._id)}/people`
      const path = campaign.state === 'draft' ? page : `${page}/add`
      return response.redirect(307, pathFor(query, undefined, path))
    }
    if (chosen.do === 'intake') {
      const readings = await routes.intakes(by, contacts)
      const props = { words, readings, path: pathFor(query), search, all: chosen.all !== undefined }
      return void response.send(page(<AskIntakePage {...props} />))
    }
    if (chosen.do === 'ask_intake') {
      const asked = await routes.askIntake(by, contacts)
      return response.redirect(303, doneOn(query, 'intakes', asked))
    }
    const tag = tagOf(chosen.tag)
    if (tag === '')
      return void (await show(request, response, { search, wrong: words.say('contacts:chosen.no_tag') }))
    await routes.tag(by, contacts, tag)
    response.redirect(303, doneOn(query, 'tagged', contacts.length))
  })

  async function show(
    request: Request,
    response: Response,
    {
      search,
      after,
      done,
      wrong,
    }: { search: string; after?: string | undefined; done?: string | undefined; wrong?: string },
  ): Promise<void> {
    const query = queryOf(request)
    const asked = { filter: filterOf(query, search), limit: PAGE, ...(after && { after }) }
    const by = byOf(request)
    const [listed, underWay, campaigns] = await Promise.all([
      routes.list(by, asked),
      routes.importUnderWay(by),
      routes.joinable(by),
    ])
    const props = { words: wordsOf(request), listed, underWay, campaigns, query, search, done, wrong }
    response.status(wrong ? 422 : 200).send(page(<ContactsPage {...props} />))
  }

  router.use(
    caseRoutes(routes, wordsOf),
    newContactRoutes(routes, wordsOf),
    oneContactRoutes(routes, wordsOf),
    privacyRoutes(routes, wordsOf),
    mergeRoutes(routes, wordsOf),
    trainingRoutes(routes, wordsOf),
  )
  return router
}
