import type { Topic } from '../../../src/control/topics.ts'

/** A report about the connection to the sandbox, or about changes there. */
export type LiveMessage =
  /** The connection was opened. Earlier changes may have been missed. */
  | { kind: 'opened' }
  | { kind: 'lost' }
  /** A topic may have changed: of one account, or `accounts`, the list of them. */
  | { kind: 'changed'; topic: Topic; accountId: number }
  | { kind: 'changed'; topic: 'accounts' }
  /** Anything may have changed. */
  | { kind: 'changed' }

/** Connects until the signal aborts. */
export type Connect = (parameters: { signal: AbortSignal; onMessage: (message: LiveMessage) => void }) => void
