/** A request or answer that a vendor's document shows. */
export interface Example<Payload = unknown> {
  /** Title of the document. */
  document: string
  /** Heading it stands under. */
  section: string
  /** Mistakes of the document and their corrections; empty if it is unchanged. */
  repairs: string[]
  payload: Payload
}
