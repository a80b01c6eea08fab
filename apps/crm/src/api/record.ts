import * as z from 'zod/mini'

/** Kinds of records that the vendor may have. */
export const recordKinds = ['users', 'contacts', 'deals'] as const

/** A kind of records that the vendor may have. */
export type RecordKind = (typeof recordKinds)[number]

/** A user, contact or deal in the form that the vendor takes. */
export interface CrmRecord {
  id: string
  name: string
  responsibleUserId?: string | undefined
  chats?: { chatType: string; chatId: string }[] | undefined
  contactIds?: string[] | undefined
  closed?: boolean | undefined
  url?: string | undefined
}

/** Response of `GET /api/records/:kind`: a page of all records, for administrators. */
export interface RecordsResponse {
  records: CrmRecord[]
  /** The `after` of the next page; null for the last one. */
  next: string | null
}

/** Schema of {@link RecordsResponse}. */
export const recordsResponseSchema: z.ZodMiniType<RecordsResponse> = z.object({
  records: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      responsibleUserId: z.optional(z.string()),
      chats: z.optional(z.array(z.object({ chatType: z.string(), chatId: z.string() }))),
      contactIds: z.optional(z.array(z.string())),
      closed: z.optional(z.boolean()),
      url: z.optional(z.string()),
    }),
  ),
  next: z.nullable(z.string()),
})
