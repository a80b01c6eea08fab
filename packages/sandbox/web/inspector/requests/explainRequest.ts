import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'
import { readError } from './readError.ts'

/** Explains the outcome of a request in a sentence. */
export function explainRequest(request: JournalEntry): string {
  const { operation, verdict, status, answer, faultId } = request
  const error = readError(answer)
  const reason = error === '' ? '' : ` — ${error}`
  switch (verdict) {
    case 'answered':
      return `Processed: ${operation} responded with ${status}.`
    case 'refused':
      return `Rejected by the vendor with ${status}${reason}`
    case 'unauthorized':
      return `No valid API key${reason}`
    case 'limited':
      return `Rate limit exceeded${reason}`
    case 'unknown':
      return `Unknown route of this vendor${reason}`
    case 'failed':
      return 'The sandbox itself failed. See its terminal for the cause.'
    case 'fault':
      return status === null
        ? `Your rule ${faultId} withheld the response.`
        : `Your rule ${faultId} made it fail: ${status}${reason}`
  }
}
