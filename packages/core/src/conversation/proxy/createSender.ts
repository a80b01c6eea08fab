import type { Recipient } from '@crm-chat/protocol'
import { fileNameHeader } from '@crm-chat/protocol/wire/fileNameHeader'
import { parseMessageAccepted } from '@crm-chat/protocol/wire/parseConversation'
import { parseFileLink } from '@crm-chat/protocol/wire/parseFileLink'
import type { ChatClient } from '../../createChat.ts'
import type { NewMessage, SentMessage } from '../conversationSource.ts'

/** Parameters of a {@link Sender}. */
export interface SenderParameters {
  to: Recipient
  message: NewMessage
  /** Called while its file is uploaded, with the sent part from 0 to 1. */
  onUpload?: ((part: number) => void) | undefined
}

/** Sends a message over the proxy. @throws {ChatError} */
export type Sender = (parameters: SenderParameters) => Promise<SentMessage>

/** Makes a {@link Sender}. A file is uploaded once, however often its message is sent. */
export function createSender({ request }: ChatClient): Sender {
  /** Links of uploaded files, by the ids of their messages. */
  const uploaded = new Map<string, string>()

  async function upload({ message, onUpload }: SenderParameters, file: File): Promise<string> {
    const known = uploaded.get(message.clientMessageId)
    if (known !== undefined) return known
    const url = await request({
      operation: 'uploadFile',
      path: 'files',
      body: file,
      headers: { [fileNameHeader]: encodeURIComponent(file.name) },
      parse: parseFileLink,
      onUpload,
    })
    uploaded.set(message.clientMessageId, url)
    return url
  }

  return async (parameters) => {
    const { to, message } = parameters
    const { clientMessageId, text, file, template, keyboard, quotedMessageId, channelId, keepUnanswered } = message
    const fileUrl = file && (await upload(parameters, file))
    const { messageId } = await request({
      operation: 'sendMessage',
      path: 'messages',
      body: {
        to,
        crmMessageId: clientMessageId,
        ...(fileUrl === undefined ? { text, template: template && toContent(template), keyboard } : { fileUrl }),
        quotedMessageId,
        channelId,
        keepUnanswered,
      },
      parse: parseMessageAccepted,
    })
    uploaded.delete(clientMessageId)
    return { messageId }
  }
}

function toContent({ payloads, ...template }: NonNullable<NewMessage['template']>): object {
  return payloads?.some((payload) => payload !== '') ? { ...template, buttonPayloads: payloads } : template
}
