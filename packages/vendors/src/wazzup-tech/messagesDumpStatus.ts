import * as z from 'zod'

/** Statuses of an export. */
export const messagesDumpStatuses = {
  /** Queued. */
  pending: 'pending',
  /** Running. */
  processing: 'processing',
  /** Ready: there is a link. */
  done: 'done',
  /** Ready: there is a link, but the response to its webhook was an error. */
  webhook_failed: 'webhook_failed',
} as const
/** Status of an export. */
export type MessagesDumpStatus = keyof typeof messagesDumpStatuses

/** Status of an export. */
export const messagesDumpStatusSchema = z.enum(messagesDumpStatuses)
