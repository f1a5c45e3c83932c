import type Twilio from 'twilio/lib/rest/Twilio'
import type { ContentRecord } from '../../domain/documents'
import { approvalOf } from './approvals'
import { ProviderError } from './providerError'
import { type Resource, samplesFor } from './resource'

/** `language` as WhatsApp writes it. */
export interface ListedContent {
  sid: string
  name: string
  language: string
}

/** `reason`: WhatsApp's words about a refusal. */
export interface Standing {
  state: ContentRecord['approval'] | 'unsubmitted'
  reason?: string
}

export interface ContentApi {
  create(resource: Resource, samples?: readonly string[]): Promise<string>
  /** Everything that the provider has, of all times: a long list, so ask once for many templates. */
  list(): Promise<ListedContent[]>
  remove(contentId: string): Promise<void>
  /** Null: the provider does not know this content. */
  approval(contentId: string): Promise<Standing | null>
  /** Of everything that the provider has, by content id: one call where there would be hundreds. */
  approvals(): Promise<Map<string, Standing>>
  submit(contentId: string, name: string, category: string): Promise<void>
}

/** The few calls of Twilio's Content API that we need. All throw ProviderError. */
export function createContentApi(client: Twilio): ContentApi {
  const contents = client.content.v1.contents
  return {
    async create(resource, samples) {
      // The SDK posts the object as it is, but its type has other names than the API: `friendly_name` is the API's.
      const body = {
        friendly_name: resource.name,
        language: resource.language,
        variables: samplesFor(resource, samples),
        types: resource.types,
      }
      const { sid } = await contents.create(body as never)
      if (!sid) throw new ProviderError({ reached: 'maybe', what: 'unreadable' })
      return sid
    },
    async list() {
      const all = await contents.list({ pageSize: PAGE })
      return all.map(({ sid, friendlyName: name, language }) => ({ sid, name, language }))
    },
    async remove(contentId) {
      await contents(contentId).remove()
    },
    async approval(contentId) {
      try {
        const { whatsapp } = await contents(contentId).approvalFetch().fetch()
        return standingOf(whatsapp)
      } catch (error) {
        if (!isNotFound(error)) throw error
      }
      // Never handed in, or no such content: both are 404.
      try {
        await contents(contentId).fetch()
        return { state: 'unsubmitted' }
      } catch (error) {
        if (isNotFound(error)) return null
        throw error
      }
    },
    async approvals() {
      const all = await client.content.v1.contentAndApprovals.list({ pageSize: PAGE })
      return new Map(all.map(({ sid, approvalRequests }) => [sid, standingOf(approvalRequests)]))
    },
    async submit(contentId, name, category) {
      await contents(contentId).approvalCreate.create({ name, category } as never)
    },
  }
}

/** The most that the API gives at once. */
const PAGE = 500

/** As the API writes it; the SDK knows no type for it. Null: nobody has handed it in. */
function standingOf(approval: unknown): Standing {
  const { status, rejection_reason: reason } = (approval ?? {}) as {
    status?: string
    rejection_reason?: string
  }
  return { state: approvalOf(status), ...(reason ? { reason } : {}) }
}

const isNotFound = (error: unknown): boolean => error instanceof ProviderError && error.facts.status === 404
