import type { ContentRecord } from '../domain/documents'
import type { Choice, LanguageTag } from '../domain/message'

/** A text of ours with open places, as it goes to WhatsApp for approval. */
export interface TemplatePattern {
  /** A version made of everything below is added to it: other words are another template. */
  name: string
  language: LanguageTag
  /** `Hello {{1}}, will you come on {{2}} to …?` */
  pattern: string
  /** One example for each place, of nobody in particular: people at WhatsApp read them. */
  samples: string[]
  choices?: Choice[]
}

export interface TemplateState {
  name: string
  language: LanguageTag
  approval: ContentRecord['approval']
  /** Why it was not handed in at all: `variable_at_start`, `language_not_at_whatsapp`… */
  problems: string[]
}

/** What WhatsApp thinks of one template. */
export interface TemplateStanding {
  /** `not_asked`: nobody handed it in; `not_offered`: WhatsApp has no templates in this language. */
  approval: ContentRecord['approval'] | 'not_asked' | 'not_offered'
  /** Since when it is so, epoch milliseconds. */
  since?: number
  /** WhatsApp's own words about a refusal. */
  reason?: string
}

/** Texts that WhatsApp must approve before they may leave outside the window. */
export interface Templates {
  /** As we last heard; asks nobody. */
  standingOf(
    template: Pick<TemplatePattern, 'name' | 'language' | 'pattern' | 'choices'>,
  ): Promise<TemplateStanding>
  /** Hands in every text that is not handed in yet. Safe to do again. @throws AppError PROVIDER_UNAVAILABLE */
  pushTemplates(patterns: readonly TemplatePattern[]): Promise<TemplateState[]>
  /**
   * Asks how templates fare and keeps the answer: of all, or of those that wait.
   * @throws AppError PROVIDER_UNAVAILABLE
   */
  refreshApprovals(which?: 'all' | 'waiting'): Promise<TemplateState[]>
}
