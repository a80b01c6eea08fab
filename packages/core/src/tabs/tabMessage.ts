import { parseUnanswered } from '@crm-chat/protocol/wire/parseUnanswered'
import type { ChatErrorCode } from '../ChatError.ts'
import type { ConnectionEvent } from '../unanswered/connection.ts'

/** Message between the tabs of a browser. */
export type TabMessage =
  /** Requests the newest event from the connected tab. */
  | { kind: 'request' }
  /**
   * The connected tab's newest event, or null before the first. `lead` is the time at which that tab took over. A tab of an
   * older version ignores live events.
   */
  | { kind: 'update'; lead: number; event: ConnectionEvent | null }

/** Reads a message of another tab, which may run another version of this code; `undefined` for anything else. */
export function parseTabMessage(data: unknown): TabMessage | undefined {
  const { kind, lead, event } = Object(data)
  if (kind === 'request') return { kind }
  if (kind !== 'update' || !Number.isFinite(lead)) return
  const known = event === null ? event : parseEvent(event)
  return known === undefined ? known : { kind, lead, event: known }
}

function parseEvent(data: unknown): ConnectionEvent | undefined {
  const { kind, connection, code, retryable, event, ...rest } = Object(data)
  const value = parseUnanswered(rest.value)
  if (kind === 'value' && value && Number.isFinite(connection)) return { kind, value, connection }
  const { name } = Object(event)
  if (kind === 'live' && typeof name === 'string') return { kind, event: { name, data: event.data } }
  if (kind === 'loss' && typeof code === 'string' && typeof retryable === 'boolean') {
    return { kind, code: code as ChatErrorCode, retryable } // A tab of a newer version may have another code.
  }
}
