import { changeableMs, listMessageChanges, type MessageChange } from '../../messengers/channels/messageChanges.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { getChat } from '../../store/entities/chats.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

interface ChangeRequest {
  store: Store
  messageId: string
  change: MessageChange
  crmUserId?: string | undefined
}

/** Finds a message that may be changed, or refuses the change. @see API v3, "Editing messages", "Deleting messages" */
export async function findChangeable(request: ChangeRequest): Promise<Message | Refusal> {
  const { store, messageId, change, crmUserId } = request
  const message = await getMessage(store.database, messageId)
  if (message?.direction !== 'outgoing' || message.deletedAt !== null)
    return refuse('MESSAGES_NOT_FOUND', 'The company has sent no such message.')
  if (crmUserId !== undefined && !(await getChat(store.database, { chat: message, scope: { userId: crmUserId } })))
    return refuse('CHAT_NO_ACCESS', 'The user has no access to this chat.')
  const transport = (await getChannel(store.database, message.channelId))?.transport
  const allowed = listMessageChanges(transport)
  if (!allowed.includes(change)) return refuseTransport({ change, editable: allowed.length > 0 })
  if (change !== 'delete' && message.buttons !== null)
    return refuse('MESSAGES_CONTAIN_BUTTONS', 'A message with buttons cannot be edited.')
  const isLate = store.clock.now() > message.sentAt + changeableMs
  return isLate ? refuseLate(change) : message
}

function refuseTransport({ change, editable }: { change: MessageChange; editable: boolean }): Refusal {
  if (change === 'delete')
    return refuse('CHANNEL_INVALID_TRANSPORT_FOR_DELETION', 'Messages of this channel cannot be deleted.')
  if (editable) return refuse('CHANNEL_INVALID_TRANSPORT_FOR_CONTENT_EDITING', "This channel's files cannot be edited.")
  return refuse('CHANNEL_INVALID_TRANSPORT_FOR_EDITING', 'Messages of this channel cannot be edited.')
}

function refuseLate(change: MessageChange): Refusal {
  const code = change === 'delete' ? 'MESSAGES_DELETION_TIME_EXPIRED' : 'MESSAGES_EDITING_TIME_EXPIRED'
  return refuse(code, 'More than 15 minutes have passed since the message was sent.')
}

function refuse(code: string, description: string): Refusal {
  return { status: 400, code, description }
}
