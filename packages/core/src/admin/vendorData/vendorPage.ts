import type { VendorDataPage } from '@crm-chat/protocol'
import { parseVendorDataPage } from '@crm-chat/protocol/wire/parseVendorData'
import type { RecordKind } from '@crm-chat/protocol/wire/recordKinds'
import type { ChatClient } from '../../createChat.ts'

/** Parameters of {@link readVendorPage}. */
export interface VendorPageParameters {
  chat: Pick<ChatClient, 'request'>
  kind: RecordKind
  offset: number
  /** Field of `orders`, and whether the largest comes first. */
  order?: { by: string; descending: boolean } | undefined
  signal?: AbortSignal | undefined
}

/** Reads a page of what the vendor has. @throws {ChatError} */
export function readVendorPage({ chat, kind, offset, order, signal }: VendorPageParameters): Promise<VendorDataPage> {
  return chat.request({
    operation: 'vendorData',
    path: toVendorPath({ kind, offset, order }),
    parse: parseVendorDataPage,
    signal,
  })
}

/** Path of a page below the endpoint. */
export function toVendorPath({ kind, offset, order }: Pick<VendorPageParameters, 'kind' | 'offset' | 'order'>): string {
  const query = new URLSearchParams({ offset: String(offset) })
  if (order) query.set('orderBy', order.by)
  if (order?.descending) query.set('descending', '1')
  return `vendor-data/${kind}?${query}`
}
