import type { Verdict } from '../journal/createJournal.ts'

/** Outcome of a request. */
export interface Outcome {
  verdict: Verdict
  /** The response that is sent; a fault may replace or drop it. */
  response: Response
  /** The vendor's response before any fault. */
  vendorResponse: Response | undefined
  faultId?: string
}

/** Creates the outcome of a request that no fault applied to. */
export function toOutcome(verdict: Verdict, response: Response): Outcome {
  return { verdict, response, vendorResponse: response }
}
