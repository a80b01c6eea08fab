import type { Sandbox } from '../../src/index.ts'

/** A way to provoke a documented code by the sandbox's own state, without a fault. */
export interface ErrorCase {
  /** The condition in a few words. */
  when: string
  /** Quirks under which the code is given, where the live service was seen to give another. */
  quirks?: string[]
  /** Brings the sandbox into this state. */
  given?: (sandbox: Sandbox) => Promise<unknown>
  /** The message to send. */
  message: object
  /** Parts of the message that are only known at run time, e.g. the link to a file. */
  prepare?: () => Promise<object>
  /** The client rejects this message itself, so it replaces another one on the wire. */
  isRefusedByClient?: true
}

/** Codes that no state of an account causes, with the reason. A fault rule provides them. */
export type FaultOnly = Record<string, string>
