import type { ErrorCode } from '@crm-chat/protocol'

/** The way a request ended: with its result, or with an error after which it may have been carried out. */
export type LedgerOutcome = { result: unknown } | { error: { code: ErrorCode; message: string } }

/**
 * State of a request before it is carried out. `claimed`: nobody else will do it. `settled`: it was done. `unknown`: another
 * process had begun with it, and has died or does not say how it ended. `otherRequest`: the key belongs to another request.
 */
export type LedgerClaim =
  | {
      status: 'claimed'
      /** Notes how it ended; null where it was not carried out and may be tried again. Never rejects. */
      settle: (outcome: LedgerOutcome | null) => Promise<void>
    }
  | { status: 'settled'; outcome: LedgerOutcome }
  | { status: 'unknown' }
  | { status: 'otherRequest' }

/** Remembers requests with a key of their own for all processes, so that each is carried out once. */
export interface OnceLedger {
  /** Claims a key before its request is carried out. @throws {Error} where nobody can tell: then it must not be carried out */
  claim: (parameters: { key: string; digest: string }) => Promise<LedgerClaim>
}
