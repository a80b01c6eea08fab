import type { Account } from '../../server/account.ts'
import type { Change } from '../../store/changes.ts'
import { getChatName } from '../../store/entities/chats.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Message } from '../../store/schema.ts'
import { getTransfer } from './agentTransfers.ts'
import { toNote } from './contactNotes.ts'
import { getExtras } from './messageExtras.ts'
import { getPerson } from './people.ts'
import { describeFailure, toMessage, toWamid } from './toMessage.ts'
import { toTransfer } from './transfers.ts'

/** An event of the live socket. */
export interface LiveFrame {
  type: string
  payload: Record<string, unknown>
  /** Restricts the event to clients that view this contact. @default all clients */
  forViewersOf?: string
}

/** Live events for a change: messages of WhatsApp chats, their statuses, reactions, transfers and notes. */
export async function toLiveEvents(account: Account, change: Change): Promise<LiveFrame[]> {
  switch (change.kind) {
    case 'message':
      return change.message.chatType === 'whatsapp' ? toNewMessage(account, change.message) : []
    case 'status':
      return change.chat.chatType === 'whatsapp' ? toStatusUpdates(account, change) : []
    case 'reactions':
      return toReactionUpdate(account, change.messageId)
    case 'transfer':
      return toTransferEvents(account, change)
    case 'note':
      return [
        {
          type: `conversation_note_${change.event}`,
          payload: toNote(change.note),
          forViewersOf: change.note.contactId,
        },
      ]
    default:
      return []
  }
}

async function toNewMessage(account: Account, message: Message): Promise<LiveFrame[]> {
  const { store, quirks } = account
  const person = await getPerson(store, { phone: message.chatId })
  if (!person) return []
  const { reply_to_message, ...payload } = await toMessage(account, { message, contactId: person.contactId })
  const shown = quirks.isOn('whatomate.objectReply') ? reply_to_message : flatten(reply_to_message)
  return [
    {
      type: 'new_message',
      payload: {
        ...payload,
        ...(shown !== undefined && { reply_to_message: shown }),
        assigned_user_id: person.assignedUserId ?? '',
        profile_name: await getChatName(store.database, message),
      },
    },
  ]
}

/** On the socket, the content of a quoted message is a plain text. */
function flatten(reply: unknown): unknown {
  if (typeof reply !== 'object' || reply === null || !('content' in reply)) return undefined
  const { content } = reply
  const body = typeof content === 'object' && content !== null && 'body' in content ? content.body : content
  return { ...reply, content: body }
}

async function toStatusUpdates(
  { store, quirks }: Account,
  { messageIds, status, chat }: Extract<Change, { kind: 'status' }>,
): Promise<LiveFrame[]> {
  if (status === 'failed' && quirks.isOn('whatomate.silentFailures')) return []
  const bare = quirks.isOn('whatomate.bareStatus')
  const person = await getPerson(store, { phone: chat.chatId })
  const type = quirks.isOn('whatomate.messageStatusEvent') ? 'message_status' : 'status_update'
  const messages = await Promise.all(messageIds.map((id) => getMessage(store.database, id)))
  return messages.flatMap((message) =>
    message
      ? [
          {
            type,
            payload: bare
              ? { message_id: message.messageId, status }
              : {
                  message_id: message.messageId,
                  contact_id: person?.contactId,
                  status,
                  ...(status === 'sent' && { wamid: toWamid({ ...message, status }) }),
                  ...(message.failure !== null && { error_message: describeFailure(message.failure) }),
                },
          },
        ]
      : [],
  )
}

const transferEvents = {
  created: 'agent_transfer',
  assigned: 'agent_transfer_assign',
  resumed: 'agent_transfer_resume',
} as const

async function toTransferEvents(
  { store }: Account,
  { transfer: { phone, change } }: Extract<Change, { kind: 'transfer' }>,
): Promise<LiveFrame[]> {
  const transfer = await getTransfer(store, phone)
  return transfer ? [{ type: transferEvents[change], payload: await toTransfer(store, transfer) }] : []
}

async function toReactionUpdate({ store }: Account, messageId: string): Promise<LiveFrame[]> {
  const message = await getMessage(store.database, messageId)
  const person = message && (await getPerson(store, { phone: message.chatId }))
  if (!person) return []
  const reactions = (await getExtras(store.database, messageId))?.reactions ?? []
  return [{ type: 'reaction_update', payload: { message_id: messageId, contact_id: person.contactId, reactions } }]
}
