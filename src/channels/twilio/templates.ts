import type { LanguageTag, Rendered } from '../../domain/message'
import { AppError } from '../../errors'
import type { Clock } from '../../ports/clock'
import type { Documents } from '../../ports/documents'
import type { TemplatePattern, TemplateState, Templates } from '../../ports/templates'
import type { ContentApi, ListedContent } from './contentApi'
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
    const isKept = await records.insert({
      _id: key,
      name,
      language,
      contentId,
      approval,
      checkedAt: clock.now(),
      since: clock.now(),
    })
    const winner = isKept ? contentId : ((await records.get(key))?.contentId ?? contentId)
    // Another process was first, and one is enough.
    if (winner !== contentId && !found) await api.remove(contentId)
    // A crash here is repaired by refreshApprovals, which hands in what nobody has.
    if (isKept && resource.approvable)
      if (found) await refresh(key, contentId, name)
      else await api.submit(contentId, name, CATEGORY)
    return winner
  }

  const refresh = async (key: string, contentId: string, name: string) => {
    const now = await api.approval(contentId)
    if (now === null) {
      await forget(contentId)
      return 'waiting'
    }
    const { state, reason } = now
    if (state === 'unsubmitted') await api.submit(contentId, name, CATEGORY)
    const approval = state === 'unsubmitted' ? 'waiting' : state
    const checkedAt = clock.now()
    await records.update({ _id: key, approval: { $ne: approval } }, { set: { since: checkedAt } })
    await records.update(
      { _id: key },
      {
        set: { approval, checkedAt, ...(reason ? { reason } : {}) },
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

  const push = async (pattern: TemplatePattern, list: ContentApi['list']): Promise<TemplateState> => {
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
    await idOf(resource, samples, list)
    const record = await records.get(`${account}.${resource.hash}`)
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
        // One after the other: WhatsApp allows 100 an hour, and the first refusal should stop the rest.
        for (const pattern of patterns) states.push(await push(pattern, list))
      } catch (error) {
        throw asAppError(error)
      }
      return states
    },
    async refreshApprovals(which = 'all') {
      const states: TemplateState[] = []
      try {
        for await (const record of records.each({ approval: which === 'all' ? { $ne: 'none' } : which })) {
          const { _id, contentId, name, language } = record
          if (!contentId || !_id.startsWith(`${account}.`)) continue
          const approval = await refresh(_id, contentId, name)
          states.push({ name, language, approval, problems: [] })
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
