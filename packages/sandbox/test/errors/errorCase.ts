import type { Sandbox } from '../../src/index.ts'

/** How a documented code comes about by what the sandbox is and knows, without a fault. */
export interface ErrorCase {
  /** What makes it so, in a few words. */
  when: string
  /** Takes the sandbox there. */
  given?: (sandbox: Sandbox) => Promise<unknown>
  /** What is sent then. */
  message: object
  /** What is added to the message and not known before, e.g. the link to a file. */
  prepare?: () => Promise<object>
  /** The client itself would not send this message: it is put in the place of another one on its way. */
  isRefusedByClient?: true
}

/** Codes that no state of an account leads to, and why. A fault rule answers them. */
export type FaultOnly = Record<string, string>
