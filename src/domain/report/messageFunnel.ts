import type { ChannelName, LanguageTag } from '../message'

/** One person's way through one step: how far the message came, over whichever channel it went in the end. */
export interface Passage {
  step: string
  contact: string
  language: LanguageTag
  channel: ChannelName
  reached: 'planned' | 'sent' | 'delivered' | 'read'
  /** Absent: the step asks nothing. */
  answered?: boolean
}

export interface MessageFunnel {
  planned: number
  sent: number
  delivered: number
  /** Of the delivered, how many went where reading is reported at all. */
  reportsRead: number
  read: number
  /** Null: nothing was asked. */
  answered: number | null
}

/** WhatsApp tells that it was read, when the phone allows it; by SMS nobody does. */
const REPORTS_READ: Record<ChannelName, boolean> = { whatsapp: true, sms: false }

/** Each person once, at the furthest they came; an answer has arrived, whatever the provider says. */
export function messageFunnel(passages: readonly Passage[]): MessageFunnel {
  const count = (fits: (passage: Passage) => boolean) => passages.filter(fits).length
  const arrived = ({ reached, answered }: Passage) =>
    reached === 'delivered' || reached === 'read' || !!answered
  const reports = ({ channel }: Passage) => REPORTS_READ[channel]
  return {
    planned: passages.length,
    sent: count(passage => passage.reached !== 'planned' || !!passage.answered),
    delivered: count(arrived),
    reportsRead: count(passage => arrived(passage) && reports(passage)),
    read: count(passage => passage.reached === 'read' && reports(passage)),
    answered: passages.some(({ answered }) => answered !== undefined)
      ? count(({ answered }) => answered === true)
      : null,
  }
}

export interface FunnelStage {
  stage: 'sent' | 'delivered' | 'read' | 'answered'
  people: number
  /** The people it is a part of. */
  base: number
}

/** Each stage of the one before; reading of those where it is reported at all, answers of whom it was sent to (R13). */
export const funnelStages = (funnel: MessageFunnel): FunnelStage[] => {
  const { planned, sent, delivered, reportsRead, read, answered } = funnel
  return [
    { stage: 'sent', people: sent, base: planned },
    { stage: 'delivered', people: delivered, base: sent },
    ...(reportsRead > 0 ? [{ stage: 'read' as const, people: read, base: reportsRead }] : []),
    ...(answered === null ? [] : [{ stage: 'answered' as const, people: answered, base: sent }]),
  ]
}
