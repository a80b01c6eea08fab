import type { VendorRecord } from '@crm-chat/protocol'
import type { RecordKind } from '@crm-chat/protocol/wire/recordKinds'

/** A page of the CRM's own records. */
export interface RecordPage {
  records: VendorRecord[]
  /** The `cursor` of the next page, in whatever form the CRM likes; null for the last one. */
  next: string | null
}

/** Reads the CRM's own records, page by page. `cursor` is undefined for the first page. */
export type ReadRecords = (parameters: { cursor: string | undefined; signal: AbortSignal }) => Promise<RecordPage>

/** The CRM's own records, of the kinds that it has. */
export type RecordSource = { readonly [Kind in RecordKind]?: ReadRecords | undefined }
