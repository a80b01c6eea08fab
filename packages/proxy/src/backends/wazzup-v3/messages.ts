import type { MessageRequest } from '@crm-chat/protocol'
import type { MessageEditParameters, MessageParameters, WazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import type { BackendMessages } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { describeFields } from '../describeFields.ts'
import { unsupported } from '../unsupported.ts'
import { toButtonsObject } from './keyboards.ts'

const describe = describeFields([
  ['chatType', 'to.chatType'],
  ['chatId', 'to.chatId'],
  ['username', 'to.username'],
  ['phone', 'to.phone'],
  ['contentUri', 'fileUrl'],
  ['templateId', 'template.id'],
  ['templateValues', 'template.values'],
  ['buttonsObject', 'keyboard'],
  ['refMessageId', 'quotedMessageId'],
  ['crmUserId', 'user.id'],
])

/**
 * Sending, editing and deleting. With a `crmMessageId` a send may be repeated, since the vendor knows the id for a minute;
 * without one it goes out once.
 */
export function createMessages({ call }: Connection<WazzupV3>): BackendMessages {
  return {
    async send({ user, request }) {
      const parameters = toParameters({ request, userId: user.id })
      const { messageId } = await call((wazzup) => wazzup.sendMessage(parameters), describe)
      return { messageId }
    },
    async edit({ user, messageId, edit }) {
      const change = { messageId, crmUserId: user.id, ...defined({ text: edit.text, contentUri: edit.fileUrl }) }
      await call((wazzup) => wazzup.editMessage(change as MessageEditParameters), describe) // The client takes only one of the two.
    },
    delete: ({ messageId }) => call((wazzup) => wazzup.deleteMessage(messageId)),
  }
}

function toParameters({ request, userId }: { request: MessageRequest; userId: string }): MessageParameters {
  const { channelId, to, text, fileUrl, template, quotedMessageId, crmMessageId, keepUnanswered } = request
  const fields = {
    ...to,
    crmUserId: userId,
    ...defined({
      channelId,
      text,
      contentUri: fileUrl,
      templateId: template?.id,
      templateValues: template?.values,
      buttonsObject: toButtons(request),
      refMessageId: quotedMessageId,
      crmMessageId,
      clearUnanswered: keepUnanswered ? false : undefined,
    }),
  }
  return fields as MessageParameters // The client checks them: recipient and content are of one of several kinds.
}

function toButtons({ keyboard, template }: MessageRequest): unknown {
  const payloads = template?.buttonPayloads
  if (keyboard && template) throw unsupported({ field: 'keyboard', reason: 'a template has buttons of its own.' })
  if (keyboard) return toButtonsObject(keyboard)
  return payloads && payloads.length > 0 ? { buttons: payloads.map((payload) => ({ payload })) } : undefined
}
