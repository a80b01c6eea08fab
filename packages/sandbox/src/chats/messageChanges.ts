import * as z from 'zod'
import { changeableMs, listMessageChanges, type MessageChange } from '../messengers/channels/messageChanges.ts'
import { chatTypeSchema } from '../store/chatTypes.ts'
import { getChannel } from '../store/entities/channels.ts'
import { deleteMessage, editMessage } from '../store/entities/messageChanges.ts'
import { getMessage } from '../store/entities/messages.ts'
import type { Message } from '../store/schema.ts'
import type { WindowMessage, WindowResponse } from './events.ts'
import { toWindowMessage } from './windowData.ts'
import { parseRequest, RefusedRequest, respond, type WindowRequest } from './windowRequest.ts'

const messageRequest = z.object({ chatType: chatTypeSchema, chatId: z.string(), messageId: z.string().max(100) })
const editRequest = messageRequest.extend({ text: z.string().trim().max(10_000) })

/** Edits a message of the company: its text, or the caption of its file, which may be empty. */
export function handleEdit(request: WindowRequest): Promise<WindowResponse<WindowMessage>> {
  return respond(async () => {
    const edit = await parseRequest(request, editRequest)
    const message = await findOurs(request, edit)
    const text = edit.text || null
    if (text === null && message.content === null) throw refuse('A message cannot be empty. Delete it instead.')
    await check(request, { message, change: message.content === null ? 'text' : 'content' })
    return toResult(await editMessage(request.store, { messageId: message.messageId, text }))
  })
}

/** Deletes a message of the company. */
export function handleRemove(request: WindowRequest): Promise<WindowResponse<WindowMessage>> {
  return respond(async () => {
    const message = await findOurs(request, await parseRequest(request, messageRequest))
    await check(request, { message, change: 'delete' })
    return toResult(await deleteMessage(request.store, message.messageId))
  })
}

async function findOurs(
  { store }: WindowRequest,
  { messageId, chatType, chatId }: z.infer<typeof messageRequest>,
): Promise<Message> {
  const message = await getMessage(store.database, messageId)
  const isHere = message?.chatType === chatType && message.chatId === chatId && message.direction === 'outgoing'
  if (!isHere || message.deletedAt !== null) throw refuse('This message was deleted, or is not the company’s.')
  return message
}

/** Applies the same rules as API v3. */
async function check(
  { store }: WindowRequest,
  { message, change }: { message: Message; change: MessageChange },
): Promise<void> {
  const transport = (await getChannel(store.database, message.channelId))?.transport
  if (!listMessageChanges(transport).includes(change)) throw refuse(refusals[change])
  if (change !== 'delete' && message.buttons !== null) throw refuse('A message with buttons cannot be changed.')
  if (store.clock.now() > message.sentAt + changeableMs)
    throw refuse('More than 15 minutes have passed since the message was sent.')
}

const refusals: Record<MessageChange, string> = {
  text: 'Messages of this channel cannot be changed.',
  content: 'Captions of files cannot be changed in this channel.',
  delete: 'Messages of this channel cannot be deleted.',
}

function toResult(message: Message | undefined): WindowMessage {
  if (!message) throw refuse('This message was deleted.')
  return toWindowMessage(message)
}

function refuse(message: string): RefusedRequest {
  return new RefusedRequest({ code: 'NOT_CHANGED', message })
}
