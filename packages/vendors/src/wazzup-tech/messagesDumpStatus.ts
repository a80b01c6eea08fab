import * as z from 'zod'

/** How far an export is. */
export const messagesDumpStatuses = {
  /** Queued. */
  pending: 'pending',
  /** At work. */
  processing: 'processing',
  /** Ready: there is a link. */
  done: 'done',
  /** Ready, and there is a link, but the webhook that was to bring it was answered with an error. */
  webhook_failed: 'webhook_failed',
} as const
/** How far an export is. */
export type MessagesDumpStatus = keyof typeof messagesDumpStatuses

/** How far an export is, as a word. */
export const messagesDumpStatusSchema = z.enum(messagesDumpStatuses)
