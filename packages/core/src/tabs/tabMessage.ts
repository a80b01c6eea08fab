import { isErrorCode, unansweredSchema } from '@crm-chat/protocol'
import * as z from 'zod/mini'
import { type ChatErrorCode, isPageErrorCode } from '../ChatError.ts'
import type { ConnectionEvent } from '../unanswered/connection.ts'

/** Message between the tabs of a browser. */
export type TabMessage =
  /** Requests the newest event from the connected tab. */
  | { kind: 'request' }
  /** The connected tab's newest event, or null before the first. `lead` is the time at which that tab took over. */
  | { kind: 'update'; lead: number; event: ConnectionEvent | null }

/** Another tab may run another version of this code. */
const tabMessageSchema = z.union([
  z.object({ kind: z.literal('request') }),
  z.object({
    kind: z.literal('update'),
    lead: z.number(),
    event: z.nullable(
      z.union([
        z.object({ kind: z.literal('value'), value: unansweredSchema, connection: z.number() }),
        z.object({ kind: z.literal('loss'), code: z.string(), retryable: z.boolean() }),
      ]),
    ),
  }),
])

/** Reads a message of another tab; `undefined` for anything else. */
export function parseTabMessage(data: unknown): TabMessage | undefined {
  const message = tabMessageSchema.safeParse(data).data
  if (message?.kind !== 'update') return message
  const { event } = message
  return { ...message, event: event?.kind === 'loss' ? { ...event, code: toKnownCode(event.code) } : event }
}

/** A tab of a newer version may have a code that is not known here: it is an error all the same. */
function toKnownCode(code: string): ChatErrorCode {
  return isErrorCode(code) || isPageErrorCode(code) ? code : 'internal'
}
