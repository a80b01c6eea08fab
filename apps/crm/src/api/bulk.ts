import * as z from 'zod/mini'
import { idSchema } from './text.ts'

/** Most items of one bulk action. */
export const maxBulkItems = 500

/** Body of `POST /api/contacts/bulk`, `/api/companies/bulk`, `/api/deals/bulk` and `/api/tasks/bulk`. */
export type BulkRequest =
  | { action: 'delete' | 'restore'; ids: string[] }
  | { action: 'changeOwner'; ids: string[]; responsibleUserId: string }

/** Schema of the ids of a bulk action. */
export const bulkIdsSchema: z.ZodMiniType<string[]> = z.array(idSchema).check(z.minLength(1), z.maxLength(maxBulkItems))

/** Schema of {@link BulkRequest}. */
export const bulkRequestSchema: z.ZodMiniType<BulkRequest> = z.union([
  z.strictObject({ action: z.enum(['delete', 'restore']), ids: bulkIdsSchema }),
  z.strictObject({ action: z.literal('changeOwner'), ids: bulkIdsSchema, responsibleUserId: idSchema }),
])

/** Response of a bulk action. To undo a deletion, restore the changed ids. */
export interface BulkResponse {
  /** Ids of the items that were changed. */
  changed: string[]
  /** Ids of the items that do not exist, that the user may not edit, or that already were as asked. */
  skipped: string[]
}

/** Schema of {@link BulkResponse}. */
export const bulkResponseSchema: z.ZodMiniType<BulkResponse> = z.object({
  changed: z.array(z.string()),
  skipped: z.array(z.string()),
})
