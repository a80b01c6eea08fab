import {
  type Chat,
  type MessageAccepted,
  type MessageEdit,
  type MessageRequest,
  messageAcceptedSchema,
  messageEditSchema,
  messageRequestSchema,
  type Recipient,
} from '@crm-chat/protocol'
import type { OutgoingFile } from '../backend.ts'
import type { OperationCall, ProxyContext } from '../context.ts'
import type { StoredMessage } from '../conversations/messageUpdate.ts'
import { OperationError } from '../errors.ts'
import { userKey } from '../identity/userKey.ts'
import { authorizeChats } from './authorizeChats.ts'
import { authorizeRecipient } from './authorizeRecipient.ts'
import { need } from './need.ts'
import { defineOperation } from './operation.ts'

const shared = { access: 'user', perMinute: 'messagesPerMinute' } as const

/** `POST /messages`. The author is the session's user; a `crmMessageId` is sent once, whatever became of it. */
export const sendMessage = defineOperation<MessageRequest, MessageAccepted>({
  ...shared,
  repetition: 'byKey',
  capability: 'messages',
  isOffered: ({ backend, authorizeChats: hook }) => backend.messages !== undefined && hook !== undefined,
  input: messageRequestSchema,
  output: messageAcceptedSchema,
  status: 202,
  run: async ({ context, user, body }) => {
    await allow({ context, user, to: body.to })
    const { crmMessageId } = body
    const run = async (): Promise<MessageAccepted> => send({ context, user, request: { ...body, to: toChat(body.to) } })
    if (crmMessageId === undefined) return run()
    const key = JSON.stringify(['sendMessage', userKey(user), crmMessageId])
    return context.once({ key, request: JSON.stringify(body), run })
  },
})

/** Messengers whose chats are named by the phone number. */
const numbered: readonly string[] = ['whatsapp', 'viber']

/** A number names a chat there, of which no message may be known yet. */
function toChat(to: Recipient): Recipient {
  return 'phone' in to && numbered.includes(to.chatType) ? { chatType: to.chatType, chatId: to.phone } : to
}

async function send({
  context,
  user,
  request,
}: Pick<OperationCall, 'context' | 'user'> & { request: MessageRequest }): Promise<MessageAccepted> {
  await context.ensureUser?.(user)
  const { send: sendIt, takesFiles, takesCaptions } = need(context.backend.messages)
  const { fileUrl: url, caption } = request
  if (caption !== undefined && !takesCaptions) throw withoutCaptions()
  const file = url === undefined || !takesFiles ? undefined : await readOwnFile({ context, url })
  const { messageId, chatId } = await sendIt({ user, request, file })
  const to = toKnownChat(request.to, chatId)
  await context.recorder?.sent({ user, request: { ...request, to }, messageId })
  return { messageId }
}

/** The vendor may know the chat of a person who was named otherwise. */
function toKnownChat(to: Recipient, chatId: string | undefined): Recipient {
  return 'chatId' in to || chatId === undefined ? to : { chatType: to.chatType, chatId }
}

function withoutCaptions(): OperationError {
  const message = 'caption: With this vendor, a file and a text are two messages.'
  return new OperationError({ code: 'invalid_request', message })
}

/** Only files of `POST /files`: the proxy fetches no link of a browser. */
async function readOwnFile({ context, url }: { context: ProxyContext; url: string }): Promise<OutgoingFile> {
  const file = await context.files?.readFile?.(url)
  if (file) return file
  throw new OperationError({
    code: 'invalid_request',
    message: 'fileUrl must be a link of POST /files: this vendor takes files, and no links.',
  })
}

async function allow({
  context,
  user,
  to,
}: Pick<OperationCall, 'context' | 'user'> & { to: Recipient }): Promise<void> {
  if ('chatId' in to) await authorizeChats({ context, user, chats: [to], operation: 'sendMessage' })
  else await authorizeRecipient({ context, user, recipient: to })
}

/** `PATCH /messages/:messageId`: another text or file for a message that was sent. */
export const editMessage = defineOperation<MessageEdit>({
  ...shared,
  repetition: 'same',
  capability: 'edit',
  isOffered: ({ backend, conversations }) => backend.messages?.edit !== undefined && conversations !== undefined,
  input: messageEditSchema,
  run: async ({ context, user, params: { messageId = '' }, body }) => {
    const message = await allowChange({ context, user, messageId, operation: 'editMessage' })
    await need(context.backend.messages?.edit)({ user, messageId: message.id, edit: body })
    await context.recorder?.edited({ message, edit: body })
  },
})

/** `DELETE /messages/:messageId`: takes a message back, at the customer's too. */
export const deleteMessage = defineOperation({
  ...shared,
  repetition: 'same',
  capability: 'delete',
  isOffered: ({ backend, conversations }) => backend.messages?.delete !== undefined && conversations !== undefined,
  run: async ({ context, user, params: { messageId = '' } }) => {
    const message = await allowChange({ context, user, messageId, operation: 'deleteMessage' })
    await need(context.backend.messages?.delete)({ user, messageId: message.id })
    await context.recorder?.deleted(message)
  },
})

/** The store tells which chat a message belongs to; the vendor would change any message of the account. */
async function allowChange({
  context,
  user,
  messageId,
  operation,
}: Pick<OperationCall, 'context' | 'user'> & {
  messageId: string
  operation: 'editMessage' | 'deleteMessage'
}): Promise<StoredMessage> {
  const message = await need(context.conversations).find(messageId)
  if (!message) throw new OperationError({ code: 'not_found', message: 'There is no such message.' })
  await authorizeChats({ context, user, chats: [message.chat as Chat], operation }) // The hook knows newer messengers, or refuses.
  if (message.direction === 'outgoing') return message
  throw new OperationError({ code: 'invalid_request', message: 'Only a message that was sent can be changed.' })
}
