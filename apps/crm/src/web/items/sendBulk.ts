import { type BulkRequest, type BulkResponse, bulkResponseSchema, maxBulkItems } from '../../api/bulk.ts'
import type { DealsBulkRequest } from '../../api/deal.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import type { ItemKind } from './itemKeys.ts'

/** Sends a change of any number of items, in as many requests as it takes. @throws {RequestError} */
export async function sendBulk<Kind extends ItemKind>(
  kind: Kind,
  body: Kind extends 'deals' ? DealsBulkRequest : BulkRequest,
): Promise<BulkResponse> {
  const all: BulkResponse = { changed: [], skipped: [] }
  for (let start = 0; start < body.ids.length; start += maxBulkItems) {
    const ids = body.ids.slice(start, start + maxBulkItems)
    const response = await sendRequest({ path: `/${kind}/bulk`, schema: bulkResponseSchema, body: { ...body, ids } })
    all.changed.push(...response.changed)
    all.skipped.push(...response.skipped)
  }
  return all
}
