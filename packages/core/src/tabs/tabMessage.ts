import { unansweredSchema } from '@crm-chat/protocol'
import * as z from 'zod/mini'
import type { ChatErrorCode } from '../ChatError.ts'
import type { ConnectionEvent } from '../unanswered/connection.ts'

/** What tabs say to each other: one asks, the one that is connected tells. */
export type TabMessage =
  | { kind: 'ask' }
  /** The newest event, or null before the first; `from` is another one each time a tab begins to be connected. */
  | { kind: 'tell'; from: string; event: ConnectionEvent | null }

/** A tab may run another version of this code. */
const tabMessageSchema: z.ZodMiniType<TabMessage> = z.union([
  z.object({ kind: z.literal('ask') }),
  z.object({
    kind: z.literal('tell'),
    from: z.string(),
    event: z.nullable(
      z.union([
        z.object({ kind: z.literal('value'), value: unansweredSchema }),
        z.object({ kind: z.literal('loss'), code: z.custom<ChatErrorCode>(isText), retryable: z.boolean() }),
      ]),
    ),
  }),
])

/** A code of a newer proxy is an error all the same. */
function isText(code: unknown): boolean {
  return typeof code === 'string'
}

/** Reads what another tab has posted; `undefined` for what is none of ours. */
export function parseTabMessage(data: unknown): TabMessage | undefined {
  return tabMessageSchema.safeParse(data).data
}
