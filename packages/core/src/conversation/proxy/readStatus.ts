import { parseStatusChange } from '@crm-chat/protocol/wire/parseMessage'
import type { LiveEvent } from '../../transports/transport.ts'
import type { StatusChange } from '../conversationSource.ts'
import { toDelivery } from './toConversationMessage.ts'

/** Reads the new status of a message; undefined for any other live event. */
export function readStatus({ name, data }: LiveEvent): StatusChange | undefined {
  const change = name === 'status' ? parseStatusChange(data) : undefined
  const status = change && toDelivery(change.status)
  if (!change || !status) return undefined
  const { messageId, requestId, code = null, explanation = null } = change
  return { messageIds: [messageId], status, requestId, failure: code, explanation }
}
