import * as z from 'zod'
import { chatTypeSchema } from '../channels/chatTypes.ts'
import { addFile, uploadSchema } from '../files/files.ts'
import { addAnswer } from '../store/addAnswer.ts'
import { markAnswered } from '../store/answered.ts'
import { getChannel, getChannelOf } from '../store/channels.ts'
import type { Chat } from '../store/chats.ts'
import { getMessage, listMessages } from '../store/messages.ts'
import type { MessagePage, WindowAnswer, WindowMessage } from './events.ts'
import { toWindowMessage } from './windowData.ts'
import { answer, parseRequest, RefusedRequest, type WindowRequest } from './windowRequest.ts'

const chatRequest = z.object({ chatType: chatTypeSchema, chatId: z.string() })
const messagesRequest = chatRequest.extend({ before: z.int().optional() })
const sendRequest = chatRequest
  .extend({
    text: z.string().trim().min(1).max(10_000).optional(),
    file: uploadSchema.optional(),
    refMessageId: z.string().max(100).optional(),
    channelId: z.string().max(100).optional(),
    clientMessageId: z.string().min(1).max(100),
  })
  .refine(({ text, file }) => text ?? file, 'Give text or a file.')

const pageSize = 50

/** Gives a window a page of a dialogue, if the dialogue is its to show. */
export function answerMessages(request: WindowRequest): Promise<WindowAnswer<MessagePage>> {
  return answer(async () => {
    const { before, ...chat } = await parseRequest(request, messagesRequest)
    const found = await listMessages(request.store.database, { ...chat, before, limit: pageSize + 1 })
    return { messages: found.slice(-pageSize).map(toWindowMessage), hasEarlier: found.length > pageSize }
  })
}

/** Sends what staff wrote in a window, under the name in its link. */
export function answerSend(request: WindowRequest): Promise<WindowAnswer<WindowMessage>> {
  return answer(async () => {
    const { store, origin, session } = request
    const { file, channelId: wanted, ...message } = await parseRequest(request, sendRequest)
    const channelId = await chooseChannel(request, { ...message, channelId: wanted })
    await checkQuoted(request, message)
    const content = file && origin() + (await addFile(store, file))
    const author = session.window.user
    return toWindowMessage(await addAnswer(store, { ...message, content, channelId, author, source: 'window' }))
  })
}

/** "No reply needed": what came in waits for no answer any more. */
export function answerNoReply(request: WindowRequest): Promise<WindowAnswer<null>> {
  return answer(async () => {
    await markAnswered(request.store, await parseRequest(request, chatRequest))
    return null
  })
}

async function chooseChannel(
  { store }: WindowRequest,
  chat: Chat & { channelId: string | undefined },
): Promise<string> {
  const channel = chat.channelId
    ? await getChannel(store.database, chat.channelId)
    : await getChannelOf(store.database, chat)
  if (!channel) throw new RefusedRequest({ code: 'CHAT_NOT_ALLOWED', message: 'No channel leads to this chat.' })
  return channel.channelId
}

async function checkQuoted(
  { store }: WindowRequest,
  { refMessageId, chatId }: { refMessageId?: string | undefined; chatId: string },
): Promise<void> {
  if (refMessageId === undefined) return
  const quoted = await getMessage(store.database, refMessageId)
  if (quoted?.chatId !== chatId)
    throw new RefusedRequest({ code: 'INVALID_REQUEST', message: 'The message to quote is not in this chat.' })
}
