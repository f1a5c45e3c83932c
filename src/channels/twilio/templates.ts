import type { ContentRecord } from '../../domain/documents'
import type { LanguageTag, Rendered } from '../../domain/message'
import { AppError } from '../../errors'
import type { Clock } from '../../ports/clock'
import type { Documents } from '../../ports/documents'
import type { TemplatePattern, TemplateState, Templates } from '../../ports/templates'
import type { ContentApi, ListedContent, Standing } from './contentApi'
import { asAppError, ProviderError } from './providerError'
import { type Resource, resourceFor, templateResource } from './resource'
import { templateProblems } from './templateRules'

export interface TemplateStore extends Templates {
  prepare(content: Rendered): Promise<string | null>
  /** The provider does not know this id (any more): the next `prepare` makes it anew. */
  forget(contentId: string): Promise<void>
}

interface Parts {
  api: ContentApi
  /** Part of every key: an id of the emulator means nothing at Twilio. */
  account: string
  languageCode: (language: LanguageTag) => string | null
  documents: Documents
  clock: Clock
}

/** What we hand in as; WhatsApp moves a template to MARKETING by itself where it judges so. */
const CATEGORY = 'UTILITY'

export function createTemplates({ api, account, languageCode, documents, clock }: Parts): TemplateStore {
  const records = documents.collection('contents')
  const known = new Map<string, Promise<string>>()
  /** The same the other way round: content id → key. */
  const keys = new Map<string, string>()

  /** One call for many messages at once; a failure is not remembered. */
  const idOf = (
    resource: Resource,
    samples?: readonly string[],
    list: ContentApi['list'] = api.list,
  ): Promise<string> => {
    const key = `${account}.${resource.hash}`
    const started = known.get(key)
    if (started !== undefined) return started
    const id = findOrCreate(key, resource, list, samples)
    known.set(key, id)
    id.then(
      contentId => keys.set(contentId, key),
      () => known.delete(key),
    )
    return id
  }

  const findOrCreate = async (
    key: string,
    resource: Resource,
    list: ContentApi['list'],
    samples: readonly string[] = [],
  ): Promise<string> => {
    const kept = (await records.get(key))?.contentId
    if (kept) return kept
    // A template that the provider knows although our records do not, for example after a restore.
    const found = resource.approvable ? (await list()).find(one => isThe(resource, one))?.sid : undefined
    const contentId = found ?? (await api.create(resource, samples))
    const approval = resource.approvable ? 'waiting' : 'none'
    const { name, language } = resource
    const record: ContentRecord = { _id: key, name, language, contentId, approval, since: clock.now() }
    const isKept = await records.insert(record)
    const winner = isKept ? contentId : ((await records.get(key))?.contentId ?? contentId)
    // Another process was first, and one is enough.
    if (winner !== contentId && !found) await api.remove(contentId)
    // A crash here is repaired by refreshApprovals, which hands in what nobody has.
    if (isKept && resource.approvable)
      if (found) await refresh(record, contentId, await api.approval(contentId))
      else await api.submit(contentId, name, CATEGORY)
    return winner
  }

  const refresh = async (
    record: ContentRecord,
    contentId: string,
    now: Standing | null,
  ): Promise<ContentRecord['approval']> => {
    if (now === null) {
      await forget(contentId)
      return 'waiting'
    }
    const { state, reason } = now
    if (state === 'unsubmitted') await api.submit(contentId, record.name, CATEGORY)
    const approval = state === 'unsubmitted' ? 'waiting' : state
    const turned = approval !== record.approval
    if (turned || reason !== record.reason)
      await records.update(
        { _id: record._id },
        {
          set: { approval, ...(turned ? { since: clock.now() } : {}), ...(reason ? { reason } : {}) },
          ...(reason ? {} : { unset: ['reason'] }),
        },
      )
    return approval
  }

  const forget = async (contentId: string): Promise<void> => {
    // Also when another process has already removed the record.
    known.delete(keys.get(contentId) ?? '')
    keys.delete(contentId)
    await records.remove({ contentId })
  }

  const push = async (
    pattern: TemplatePattern,
    kept: ReadonlyMap<string, ContentRecord>,
    list: ContentApi['list'],
  ): Promise<TemplateState> => {
    const { name, language, samples } = pattern
    const refused = (...problems: TemplateState['problems']): TemplateState => ({
      name,
      language,
      approval: 'none',
      problems,
    })
    const code = languageCode(language)
    if (code === null) return refused('language_not_at_whatsapp')
    const problems = templateProblems(pattern, samples)
    if (problems.length > 0) return refused(...problems)
    const resource = templateResource(pattern, code)
    const key = `${account}.${resource.hash}`
    let record: ContentRecord | null = kept.get(key) ?? null
    if (!record?.contentId) {
      await idOf(resource, samples, list)
      record = await records.get(key)
    }
    return { name: resource.name, language, approval: record?.approval ?? 'waiting', problems: [] }
  }

  return {
    async prepare(content) {
      const { template, language } = content
      const needed = resourceFor(content, languageCode(language))
      if (!needed) return null
      const problems = template
        ? templateProblems({ ...template, choices: content.choices ?? [] }, template.values)
        : []
      if (problems.length > 0)
        throw new AppError('CONTENT_INVALID', 'WhatsApp would never carry this template', {
          template: template?.name,
          language,
          problems,
        })
      try {
        return await idOf(needed.resource)
      } catch (error) {
        if (isRefusal(error))
          throw new AppError('CONTENT_INVALID', 'The provider refuses this content', {
            content: needed.resource.name,
            language,
            code: error.facts.code,
          })
        throw asAppError(error)
      }
    },
    forget,
    async standingOf({ language, ...template }) {
      const code = languageCode(language)
      if (code === null) return { approval: 'not_offered' }
      const record = await records.get(`${account}.${templateResource(template, code).hash}`)
      if (!record) return { approval: 'not_asked' }
      const { approval, since, reason } = record
      return { approval, ...(since === undefined ? {} : { since }), ...(reason ? { reason } : {}) }
    },
    async pushTemplates(patterns) {
      const states: TemplateState[] = []
      let listed: ReturnType<ContentApi['list']> | undefined
      const list = () => (listed ??= api.list())
      try {
        const kept = new Map((await records.list({})).map(record => [record._id, record]))
        // One after the other: WhatsApp allows 100 an hour, and the first refusal should stop the rest.
        for (const pattern of patterns) states.push(await push(pattern, kept, list))
      } catch (error) {
        throw asAppError(error)
      }
      return states
    },
    async refreshApprovals(which = 'all') {
      const states: TemplateState[] = []
      try {
        const handedIn = { approval: which === 'all' ? { $ne: 'none' as const } : which }
        const ours = (await records.list(handedIn)).filter(({ _id }) => _id.startsWith(`${account}.`))
        if (ours.length === 0) return states
        const standings = await api.approvals()
        for (const record of ours) {
          const { contentId, name, language } = record
          if (!contentId) continue
          // A list may come from before this content; only when asked for by itself it is known to be gone.
          const now = standings.get(contentId) ?? (await api.approval(contentId))
          states.push({ name, language, approval: await refresh(record, contentId, now), problems: [] })
        }
      } catch (error) {
        throw asAppError(error)
      }
      return states
    },
  }
}

const isThe = ({ name, language }: Resource, one: ListedContent): boolean =>
  one.name === name && one.language === language

/** The content itself is wrong: asking again would bring the same answer. */
const isRefusal = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && error.facts.reached === 'answered' && error.facts.status === 400
