import type { Verdict } from '../journal/createJournal.ts'

/** What became of a request. */
export interface Outcome {
  verdict: Verdict
  /** What goes out, which after a fault may be nothing. */
  response: Response
  /** What the vendor answered, whatever a fault made of it. */
  answered: Response | undefined
  faultId?: string
}

/** The outcome of a request that no fault came between. */
export function toOutcome(verdict: Verdict, response: Response): Outcome {
  return { verdict, response, answered: response }
}
