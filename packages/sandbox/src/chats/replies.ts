import * as z from 'zod'
import { findSendObstacle } from '../messengers/sending/findSendObstacle.ts'
import { type Chat, chatTypeSchema } from '../store/chatTypes.ts'
import { type AddReplyParameters, addReply } from '../store/entities/addReply.ts'
import { getChannel, getChannelOf } from '../store/entities/channels.ts'
import { addFile, uploadSchema } from '../store/entities/files.ts'
import { getMessage } from '../store/entities/messages.ts'
import { markReplied } from '../store/entities/replied.ts'
import type { Channel } from '../store/schema.ts'
import type { WindowMessage, WindowResponse } from './events.ts'
import { readTemplate, templateSchema } from './templates.ts'
import { toWindowMessage } from './windowData.ts'
import { parseRequest, RefusedRequest, respond, type WindowRequest } from './windowRequest.ts'

const sendRequest = z
  .object({
    chatType: chatTypeSchema,
    chatId: z.string(),
    text: z.string().trim().min(1).max(10_000).optional(),
    file: uploadSchema.optional(),
    template: templateSchema.optional(),
    refMessageId: z.string().max(100).optional(),
    channelId: z.string().max(100).optional(),
    clientMessageId: z.string().min(1).max(100),
  })
  .refine(({ text, file, template }) => text ?? file ?? template, 'Give text, a file or a template.')
  .refine(({ text, file, template }) => !template || !(text ?? file), 'A template is sent alone.')
type SendRequest = z.output<typeof sendRequest>

/** Sends a message from a window, by the user of its link. */
export function handleSend(request: WindowRequest): Promise<WindowResponse<WindowMessage>> {
  return respond(async () => {
    const { store, session } = request
    const message = await parseRequest(request, sendRequest)
    const { chatType, chatId, refMessageId, clientMessageId } = message
    const { channelId } = await chooseChannel(request, message)
    await checkQuoted(request, message)
    const content = await readContent(request, { ...message, channelId })
    const planned = { chatType, chatId, channelId, refMessageId, templateId: content.templateId }
    await checkSending(request, { ...planned, content: content.templateId && content.content })
    const author = session.window.user
    const reply = { chatType, chatId, channelId, refMessageId, clientMessageId, ...content }
    return toWindowMessage(await addReply(store, { ...reply, author, source: 'window' }))
  })
}

async function chooseChannel(
  { store }: WindowRequest,
  chat: Chat & { channelId?: string | undefined },
): Promise<Channel> {
  const channel = chat.channelId
    ? await getChannel(store.database, chat.channelId)
    : await getChannelOf(store.database, chat)
  if (!channel)
    throw new RefusedRequest({ code: 'CHAT_NOT_ALLOWED', message: 'The account has no channel for this chat.' })
  return channel
}

async function checkQuoted({ store }: WindowRequest, { refMessageId, chatId }: SendRequest): Promise<void> {
  if (refMessageId === undefined) return
  const quoted = await getMessage(store.database, refMessageId)
  if (quoted?.chatId !== chatId)
    throw new RefusedRequest({ code: 'INVALID_REQUEST', message: 'The message to quote is not in this chat.' })
}

/** The content that the customer sees. */
async function readContent(
  request: WindowRequest,
  { text, file, template, channelId }: SendRequest & { channelId: string },
): Promise<Pick<AddReplyParameters, 'text' | 'content' | 'buttons' | 'templateId' | 'template'>> {
  if (template) return readTemplate(request, { ...template, channelId })
  return { text, content: file && request.origin() + (await addFile(request.store, file)) }
}

/** Applies the same checks as the API. */
async function checkSending(
  { store, session }: WindowRequest,
  planned: Omit<Parameters<typeof findSendObstacle>[1], 'allowPrivate'>,
): Promise<void> {
  const allowPrivate = session.account.allowPrivateAddresses
  const obstacle = await findSendObstacle(store, { ...planned, allowPrivate })
  if (obstacle) throw new RefusedRequest({ code: 'NOT_SENT', message: obstacle.description })
}

const noReplyRequest = z.object({ chatType: chatTypeSchema, chatId: z.string() })

/** "No reply needed": marks the chat as replied. */
export function handleNoReply(request: WindowRequest): Promise<WindowResponse<null>> {
  return respond(async () => {
    await markReplied(request.store, await parseRequest(request, noReplyRequest))
    return null
  })
}
