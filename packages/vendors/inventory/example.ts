/** A request or answer that a vendor's document shows. */
export interface Example<Payload = unknown> {
  /** Title of the document. */
  document: string
  /** Heading it stands under. */
  section: string
  /** What was wrong with it in the document, and how it was put right; empty where it stands as it was. */
  repairs: string[]
  payload: Payload
}
