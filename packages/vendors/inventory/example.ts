/** A request or response that a vendor's document shows. */
export interface Example<Payload = unknown> {
  /** Title of the document. */
  document: string
  /** Heading above it. */
  section: string
  /** Mistakes of the document and their corrections; empty if it is unchanged. */
  repairs: string[]
  payload: Payload
}
