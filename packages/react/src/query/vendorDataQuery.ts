import type { ChatClient } from '@crm-chat/core'
import { toVendorPath } from '@crm-chat/core/admin'
import type { RecordKind, VendorDataPage } from '@crm-chat/protocol'
import { parseVendorDataPage } from '@crm-chat/protocol/wire/parseVendorData'
import { type ChatQuery, chatQuery } from './chatQuery.ts'

/** Parameters of {@link vendorDataQuery}. */
export interface VendorDataQueryParameters {
  kind: RecordKind
  /** Records before the page. @default 0 */
  offset?: number | undefined
  /** One of the page's `orders`, where the vendor sorts. */
  orderBy?: string | undefined
  descending?: boolean | undefined
}

/**
 * Query of one page of the users, contacts or deals that the vendor has, with the key `[...chatKey(chat), 'vendorData', kind,
 * page]`.
 */
export function vendorDataQuery(
  chat: ChatClient,
  { kind, offset = 0, orderBy, descending = false }: VendorDataQueryParameters,
): ChatQuery<VendorDataPage, readonly ['vendorData', RecordKind, string]> {
  const order = orderBy === undefined ? undefined : { by: orderBy, descending }
  const path = toVendorPath({ kind, offset, order })
  return chatQuery({
    chat,
    name: ['vendorData', kind, path],
    request: { operation: 'vendorData', path, parse: parseVendorDataPage },
  })
}
