import * as z from 'zod/mini'
import { listQueryFields } from './page.ts'
import { idSchema } from './text.ts'

/** Kinds of items whose changes are recorded. */
export const activityItemKinds = ['contact', 'company', 'deal', 'task', 'note'] as const

/** A kind of items whose changes are recorded. */
export type ActivityItemKind = (typeof activityItemKinds)[number]

/** Changes that are recorded. Deals `move` to a stage; tasks are `finished` and `reopened`. */
export const activityActions = [
  'created',
  'imported',
  'changed',
  'ownerChanged',
  'moved',
  'finished',
  'reopened',
  'deleted',
  'restored',
] as const

/** A change that is recorded. */
export type ActivityAction = (typeof activityActions)[number]

/** A change of an item, made by a user. */
export interface ActivityChange {
  type: 'change'
  id: string
  /** Unix time in milliseconds. */
  at: number
  userId: string
  action: ActivityAction
  itemKind: ActivityItemKind
  itemId: string
  /** Name or title that the item had then; the beginning of a note's text. */
  itemName: string
  contactId: string | null
  dealId: string | null
  companyId: string | null
  /** With `moved`, the stages; with `ownerChanged`, the ids of the users; null otherwise. */
  from: string | null
  to: string | null
  /** With `changed`: names of the changed fields. */
  fields: string[]
}

/** A message of a contact's chat. */
export interface ActivityMessage {
  type: 'message'
  id: string
  /** Unix time in milliseconds. */
  at: number
  contactId: string
  /** Name of the contact. */
  contact: string
  chatType: string
  chatId: string
  /** At most 200 characters; empty for a file without a text. */
  text: string
  isFromCustomer: boolean
}

/** An entry of the activity feed. */
export type ActivityEntry = ActivityChange | ActivityMessage

const activityEntrySchema: z.ZodMiniType<ActivityEntry> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('change'),
    id: z.string(),
    at: z.number(),
    userId: z.string(),
    action: z.enum(activityActions),
    itemKind: z.enum(activityItemKinds),
    itemId: z.string(),
    itemName: z.string(),
    contactId: z.nullable(z.string()),
    dealId: z.nullable(z.string()),
    companyId: z.nullable(z.string()),
    from: z.nullable(z.string()),
    to: z.nullable(z.string()),
    fields: z.array(z.string()),
  }),
  z.object({
    type: z.literal('message'),
    id: z.string(),
    at: z.number(),
    contactId: z.string(),
    contact: z.string(),
    chatType: z.string(),
    chatId: z.string(),
    text: z.string(),
    isFromCustomer: z.boolean(),
  }),
])

/** Query of `GET /api/activity`: the latest first. Without an id, everything that the user may see. */
export interface ActivityQuery {
  /** Entries of the contact and its deals, with the messages of its chats. */
  contactId?: string | undefined
  /** Entries of the deal, with the messages of its contact's chats. */
  dealId?: string | undefined
  /** Entries of the company, its contacts and its deals, with the messages of its contacts' chats. */
  companyId?: string | undefined
  /** The `next` of the page before. */
  before?: string | undefined
  /** @default 50 */
  limit?: number | undefined
}

/** Schema of {@link ActivityQuery}. */
export const activityQuerySchema: z.ZodMiniType<ActivityQuery> = z.object({
  contactId: z.optional(idSchema),
  dealId: z.optional(idSchema),
  companyId: z.optional(idSchema),
  before: listQueryFields.after,
  limit: listQueryFields.limit,
})

/** Response of `GET /api/activity`. */
export interface ActivityResponse {
  items: ActivityEntry[]
  /** The `before` of the next page; null for the last one. */
  next: string | null
}

/** Schema of {@link ActivityResponse}. */
export const activityResponseSchema: z.ZodMiniType<ActivityResponse> = z.object({
  items: z.array(activityEntrySchema),
  next: z.nullable(z.string()),
})
