import { unansweredCountSchema, unansweredSchema } from '@crm-chat/protocol'
import * as z from 'zod/mini'
import type { ChatErrorCode } from '../ChatError.ts'
import type { ConnectionEvent } from '../unanswered/connection.ts'

/** Message between the tabs of a browser. */
export type TabMessage =
  /** Requests the newest event from the connected tab. */
  | { kind: 'request' }
  /** The connected tab's newest event, or null before the first. `lead` is the time at which that tab took over. */
  | { kind: 'update'; lead: number; event: ConnectionEvent | null }

/** Another tab may run another version of this code. */
const tabMessageSchema: z.ZodMiniType<TabMessage> = z.union([
  z.object({ kind: z.literal('request') }),
  z.object({
    kind: z.literal('update'),
    lead: z.number(),
    event: z.nullable(
      z.union([
        z.object({
          kind: z.literal('value'),
          value: z.union([unansweredSchema, unansweredCountSchema]),
          connection: z.number(),
        }),
        z.object({ kind: z.literal('loss'), code: z.custom<ChatErrorCode>(isText), retryable: z.boolean() }),
      ]),
    ),
  }),
])

/** A code of a newer proxy is an error all the same. */
function isText(code: unknown): boolean {
  return typeof code === 'string'
}

/** Reads a message of another tab; `undefined` for anything else. */
export function parseTabMessage(data: unknown): TabMessage | undefined {
  return tabMessageSchema.safeParse(data).data
}
