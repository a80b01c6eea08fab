import type { SourceKind } from '../doctor/contentSecurityPolicy.ts'

/** Stands for the nonce of a response, until it is written in the way of a format. */
export const nonce = "'nonce-{NONCE}'"

/** Something that the policy of a page has to allow for the kit. */
export interface Need {
  directive: SourceKind
  /** Source that allows it. */
  source: string
  /** Tells what it is for. */
  reason: string
  /** Returns true when the sources of a directive allow it already. */
  isMet: (sources: readonly string[]) => boolean
}
