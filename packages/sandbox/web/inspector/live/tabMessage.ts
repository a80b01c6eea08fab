import type { LiveMessage } from './liveMessage.ts'

/** A message between tabs: a request for the connection's status, the response, or a report of the connected tab. */
export type TabMessage = { kind: 'request' } | { kind: 'status'; status: 'connecting' | 'live' | 'lost' } | LiveMessage

/** Reads a message of another tab. Only pages of this origin send any, perhaps of an older version. */
export function parseTabMessage(data: unknown): TabMessage | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined
  return kinds.includes(data.kind as TabMessage['kind']) ? (data as TabMessage) : undefined
}

const kinds: TabMessage['kind'][] = ['request', 'status', 'opened', 'lost', 'changed']
