import { wazzupTech } from '@crm-chat/vendors/endpoints'
import type { messageRequestSchema } from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import { type TemplateMessage, toTemplateMessage } from '../../messengers/templates/toTemplateMessage.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { addReply } from '../../store/entities/addReply.ts'
import type { NamedChat } from '../../store/entities/chats.ts'
import { deleteMessage, editMessage } from '../../store/entities/messageChanges.ts'
import { getTemplate } from '../../store/entities/templates.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { findChangeable } from './findChangeable.ts'
import { findChat } from './findChat.ts'
import { findObstacle } from './findObstacle.ts'
import { refuseMessage } from './refuseMessage.ts'
import { respondData } from './respondData.ts'
import { toKeyboard } from './toKeyboard.ts'

/** Sends, edits and deletes messages. @see Wazzup tech API, "Messages" */
export const messages: Route[] = [
  defineRoute({
    endpoint: wazzupTech.sendMessage,
    check: refuseMessage,
    async handle(call) {
      const { store } = call.account
      const chat = await findChat(store, call.body.recipient)
      const obstacle = await findObstacle({ store, body: call.body, chat })
      if (obstacle) return call.refuse(obstacle)
      const { requestId, chatId } = await send({ ...call, chat })
      return respondData(call, {
        request_id: requestId,
        chat_id: call.account.quirks.isOn('wazzup-tech.textChatId') ? chatId : toNumber(chatId),
      })
    },
  }),
  defineRoute({
    endpoint: wazzupTech.editMessage,
    async handle(call) {
      const { store } = call.account
      const { text, attachment } = call.body
      const found = await findChangeable({ store, messageId: messageId(call), change: attachment ? 'content' : 'text' })
      if ('code' in found) return call.refuse(found)
      const edited = await editMessage(store, { ...found, text: text ?? null, content: attachment?.url ?? null })
      return respondData(call, toKeys(edited ?? found))
    },
  }),
  defineRoute({
    endpoint: wazzupTech.deleteMessage,
    async handle(call) {
      const { store } = call.account
      const found = await findChangeable({ store, messageId: messageId(call), change: 'delete' })
      if ('code' in found) return call.refuse(found)
      await deleteMessage(store, found.messageId)
      return respondData(call, toKeys(found))
    },
  }),
]

/** Saves the message as one in transit. The response contains the id of the request, not of the message. */
async function send({
  account,
  body,
  chat,
}: Call<z.output<typeof messageRequestSchema>> & { chat: NamedChat }): Promise<{ requestId: string; chatId: string }> {
  const { keyboard, crm_user_id: authorId } = body
  const requestId = account.store.ids.next('request')
  await addReply(account.store, {
    ...chat,
    channelId: body.channel_id,
    text: body.text,
    content: body.attachment?.url,
    ...toKeyboard(keyboard),
    ...(await readTemplate(account.store, body)),
    refMessageId: body.quoted_message_id,
    ...(authorId === undefined ? {} : { author: { id: authorId, name: authorId } }),
    clearUnanswered: body.reset_unanswered,
    clientMessageId: requestId,
    status: 'sending',
  })
  return { requestId, chatId: chat.chatId }
}

/** Fills the template of a message, whose existence has been checked before. */
async function readTemplate(
  { database }: Store,
  { template: filled }: z.output<typeof messageRequestSchema>,
): Promise<TemplateMessage | undefined> {
  const template = filled && (await getTemplate(database, filled.id))
  const payloads = filled?.buttons?.map(({ payload }) => payload)
  return template && toTemplateMessage(template, { values: filled?.values ?? [], payloads })
}

function messageId({ context }: Pick<Call, 'context'>): string {
  return context.req.param('message_id') ?? ''
}

function toKeys({ messageId: message_id, chatId: chat_id }: Message): { message_id: string; chat_id: string } {
  return { message_id, chat_id }
}

/** In the documents, only the response to a send has a number as a chat's id; all others have a text. */
function toNumber(chatId: string): string | number {
  const isNumber = /^[1-9]\d{0,15}$/.test(chatId) && Number.isSafeInteger(Number(chatId))
  return isNumber ? Number(chatId) : chatId
}
