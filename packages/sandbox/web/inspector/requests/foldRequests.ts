import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'

/** Requests in a row that look alike, the newest first. */
export interface RequestRun {
  /** Id of the oldest: it stays while more arrive. */
  id: number
  requests: [JournalEntry, ...JournalEntry[]]
}

/** Puts requests that follow each other and look alike into runs: the same route with the same body and outcome. */
export function foldRequests(requests: JournalEntry[]): RequestRun[] {
  const runs: RequestRun[] = []
  let lastLook: string | undefined
  for (const request of requests) {
    const look = toLook(request)
    const last = runs.at(-1)
    if (last && look === lastLook) {
      last.requests.push(request)
      last.id = request.id
    } else runs.push({ id: request.id, requests: [request] })
    lastLook = look
  }
  return runs
}

function toLook({ method, path, body, operation, verdict, status, faultId }: JournalEntry): string {
  return JSON.stringify([method, path, body, operation, verdict, status, faultId])
}
