import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'
import { readError } from './readError.ts'

/** What became of a request and why, in a sentence. */
export function explainRequest(request: JournalEntry): string {
  const { operation, verdict, status, answer, faultId } = request
  const error = readError(answer)
  const reason = error === '' ? '' : ` — ${error}`
  switch (verdict) {
    case 'answered':
      return `Carried out: ${operation} answered ${status}.`
    case 'refused':
      return `The vendor refuses it with ${status}${reason}`
    case 'unauthorized':
      return `It carries no key that opens an account${reason}`
    case 'limited':
      return `There were too many requests${reason}`
    case 'unknown':
      return `The vendor has no such address${reason}`
    case 'failed':
      return 'The sandbox itself failed here. Its terminal says why.'
    case 'fault':
      return status === null
        ? `Your rule ${faultId} left it without an answer.`
        : `Your rule ${faultId} made it go wrong: ${status}${reason}`
  }
}
