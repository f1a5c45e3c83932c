import { REACHED_DELIVERED, REACHED_FAILED, STATUS_RANK } from '../outbox'

/** 0 for a word we do not know: it proves that the message exists, and nothing more. */
export const rankOf = (status: string): number => STATUS_RANK[status] ?? 0

export const saysDelivered = (rank: number): boolean => rank >= REACHED_DELIVERED
export const saysFailed = (rank: number): boolean => rank === REACHED_FAILED

/** The same report of the same message counts once. */
export const statusId = (report: {
  providerId: string
  status: string
  errorCode?: number
  eventType?: string
}): string => [report.providerId, report.status, report.errorCode ?? '', report.eventType ?? ''].join('|')
