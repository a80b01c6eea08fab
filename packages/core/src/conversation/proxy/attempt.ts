import type { Outcome } from '../conversationSource.ts'
import { toFailure } from './toFailure.ts'

/** Runs a request, and explains its failure to the user. Never rejects. */
export async function attempt<Result>(run: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { ok: true, result: await run() }
  } catch (error) {
    return { ok: false, error: toFailure(error) }
  }
}
