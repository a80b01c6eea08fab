import type { Sandbox } from '../../src/index.ts'

/** The proof that a quirk has an effect. */
export interface QuirkProof {
  /** Uses the affected feature and returns the visible result. */
  observe: (sandbox: Sandbox) => Promise<unknown>
  /** The result with the quirk off, as documented. */
  off: unknown
  on: unknown
  /** Uses the feature with the real client, whose result is the same in both forms. */
  client?: (sandbox: Sandbox) => Promise<unknown>
  /** The client's result. */
  sees?: unknown
}
