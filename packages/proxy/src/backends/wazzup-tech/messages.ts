import type { MessageRequest, Recipient } from '@crm-chat/protocol'
import type { MessageEditParameters, MessageParameters, WazzupTech } from '@crm-chat/vendors/wazzup-tech'
import type { BackendMessages } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { describeFields } from '../describeFields.ts'
import { toKeyboard } from './keyboards.ts'

const describe = describeFields([
  ['recipient.chat_type', 'to.chatType'],
  ['recipient.chat_id', 'to.chatId'],
  ['recipient', 'to'],
  ['channel_id', 'channelId'],
  ['quoted_message_id', 'quotedMessageId'],
  ['attachment.url', 'fileUrl'],
  ['attachment', 'fileUrl'],
  ['template.buttons', 'template.buttonPayloads'],
  ['crm_user_id', 'user.id'],
])

/**
 * Sending, editing and deleting. The vendor only accepts a message: its `messageId` is that of the request, and the first `status`
 * names the message itself. It has no idempotency key: a message goes out once, and a
 * `crmMessageId` stays with the proxy.
 */
export function createMessages({ call }: Connection<WazzupTech>): BackendMessages {
  return {
    async send({ user, request }) {
      const parameters = toParameters({ request, userId: user.id })
      const { request_id: messageId, chat_id: chatId } = await call(
        (wazzup) => wazzup.sendMessage(parameters),
        describe,
      )
      return { messageId, chatId }
    },
    async edit({ user, messageId, edit }) {
      const attachment = edit.fileUrl === undefined ? undefined : { url: edit.fileUrl }
      const change = { message_id: messageId, crm_user_id: user.id, ...defined({ text: edit.text, attachment }) }
      await call((wazzup) => wazzup.editMessage(change as unknown as MessageEditParameters), describe) // The client takes only one of the two.
    },
    async delete({ messageId }) {
      await call((wazzup) => wazzup.deleteMessage({ message_id: messageId }), describe)
    },
  }
}

function toParameters({ request, userId }: { request: MessageRequest; userId: string }): MessageParameters {
  const { channelId, to, text, fileUrl, template, keyboard, quotedMessageId, keepUnanswered } = request
  const fields = {
    recipient: toRecipient(to),
    crm_user_id: userId,
    ...defined({
      channel_id: channelId,
      text,
      attachment: fileUrl === undefined ? undefined : { url: fileUrl },
      template: template && toTemplate(template),
      keyboard: keyboard && toKeyboard(keyboard),
      quoted_message_id: quotedMessageId,
      reset_unanswered: keepUnanswered ? false : undefined,
    }),
  }
  return fields as unknown as MessageParameters // The client checks them: recipient and content are of one of several kinds.
}

function toRecipient({ chatType, ...to }: Recipient) {
  if ('chatId' in to) return { chat_type: chatType, chat_id: to.chatId }
  return { chat_type: chatType, ...to }
}

function toTemplate({ id, values, buttonPayloads }: NonNullable<MessageRequest['template']>) {
  return { id, ...defined({ values, buttons: buttonPayloads?.map((payload) => ({ payload })) }) }
}
