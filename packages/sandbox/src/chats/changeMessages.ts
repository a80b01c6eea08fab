import * as z from 'zod'
import { chatTypeSchema } from '../channels/chatTypes.ts'
import { deleteMessage, editMessage } from '../store/messageChanges.ts'
import { getMessage, type Message } from '../store/messages.ts'
import type { WindowAnswer, WindowMessage } from './events.ts'
import { toWindowMessage } from './windowData.ts'
import { answer, parseRequest, RefusedRequest, type WindowRequest } from './windowRequest.ts'

const messageRequest = z.object({ chatType: chatTypeSchema, chatId: z.string(), messageId: z.string().max(100) })
const editRequest = messageRequest.extend({ text: z.string().trim().min(1).max(10_000) })

/** How long an answer can be changed, as with the vendor. */
const changeableMs = 15 * 60 * 1000

/** Changes what staff wrote. */
export function answerEdit(request: WindowRequest): Promise<WindowAnswer<WindowMessage>> {
  return answer(async () => {
    const wanted = await parseRequest(request, editRequest)
    const { messageId } = await findChangeable(request, wanted)
    return toResult(await editMessage(request.store, { messageId, text: wanted.text }))
  })
}

/** Takes back what staff wrote. */
export function answerRemove(request: WindowRequest): Promise<WindowAnswer<WindowMessage>> {
  return answer(async () => {
    const { messageId } = await findChangeable(request, await parseRequest(request, messageRequest))
    return toResult(await deleteMessage(request.store, messageId))
  })
}

async function findChangeable(
  { store }: WindowRequest,
  { messageId, chatType, chatId }: z.infer<typeof messageRequest>,
): Promise<Message> {
  const message = await getMessage(store.database, messageId)
  const isHere = message?.chatType === chatType && message.chatId === chatId && message.direction === 'outgoing'
  if (!isHere || message.deletedAt !== null) throw refuse('This message cannot be changed.')
  if (store.clock.now() - message.sentAt > changeableMs) throw refuse('A message can be changed for 15 minutes.')
  return message
}

function toResult(message: Message | undefined): WindowMessage {
  if (!message) throw refuse('This message is gone.')
  return toWindowMessage(message)
}

function refuse(message: string): RefusedRequest {
  return new RefusedRequest({ code: 'INVALID_REQUEST', message })
}
