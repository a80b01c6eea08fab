import type { Vendor } from '../src/vendor.ts'

/** Everything that the vendor's documents name for one API, and its place in this package: the source of `docs/coverage.md`. */
export interface Inventory {
  api: Vendor
  items: InventoryItem[]
}

/** One item that a document names. */
export interface InventoryItem {
  /** A value is a number or word that a field may have. */
  kind: 'endpoint' | 'event' | 'error code' | 'value'
  /** As the document writes it: `POST /v2/iframe`, `apiV2Notify`, `MESSAGES_IS_SPAM`. */
  name: string
  /** Title of the document, as in the examples. */
  document: string
  section: string
  /** Name that the API's entry, `webhooks` or `endpoints` exports, or `name.KEY` for a member of an exported table. */
  export: string
  /** The test that shows it: its file below `src` (of the sandbox, its path in the repository), and its whole name. */
  test: { file: string; name: string }
}
