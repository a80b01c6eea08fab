import type { ConversationMessage } from '@crm-chat/react/conversation'
import { toFile } from '../../ui/format/describeFile.ts'
import type { Message } from './conversation.ts'

/** Returns a message of the sandbox as the component takes it. */
export function toMessage(message: Message): ConversationMessage {
  const { messageId, position, kind, content, status, refMessageId, editedAt, deletedAt } = message
  const { channelId, direction, text, failure, authorName, clientMessageId, template, buttons, sentAt } = message
  return {
    id: messageId,
    order: position,
    ...{ channelId, direction, text, failure, authorName, clientMessageId, template, buttons, sentAt },
    type: template ? 'template' : (kind ?? 'text'),
    file: content === null ? null : toFile(content),
    status: statuses[status],
    explanation: null,
    quotedMessageId: refMessageId,
    reactions: [],
    isEdited: editedAt !== null,
    isDeleted: deletedAt !== null,
  }
}

const statuses = {
  inbound: null,
  sending: 'pending',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
} as const
