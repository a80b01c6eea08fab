import type { Sandbox } from '../../src/index.ts'

/** What shows that a quirk acts. */
export interface QuirkProof {
  /** Does what the quirk is about and gives back what can be seen of it from outside. */
  observe: (sandbox: Sandbox) => Promise<unknown>
  /** What is seen of it while the quirk is off: what the document says. */
  off: unknown
  on: unknown
  /** What the real client makes of it, which is the same in both forms. */
  client?: (sandbox: Sandbox) => Promise<unknown>
  /** What that is. */
  sees?: unknown
}
