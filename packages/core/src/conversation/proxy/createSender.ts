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

/** Sends messages over the proxy. */
export interface Sender {
  /** @throws {ChatError} */
  send: (parameters: SenderParameters) => Promise<SentMessage>
  /** Uploads a file for the message of an `id`, once for both, and returns its link. @throws {ChatError} */
  upload: (parameters: { file: File; id: string } & Pick<SenderParameters, 'onUpload'>) => Promise<string>
  /** Forgets the file of a message that is done. */
  forget: (id: string) => void
}

/** Makes a {@link Sender}. A file is uploaded once, however often its message is sent: a repeated send must be the same request. */
export function createSender({ request }: ChatClient): Sender {
  const uploaded = new Map<string, { file: File; url: string }>()

  const upload: Sender['upload'] = async ({ file, id, onUpload = ignore }) => {
    const known = uploaded.get(id)
    if (known?.file === file) return known.url
    const url = await request({
      operation: 'uploadFile',
      path: 'files',
      body: file,
      headers: { [fileNameHeader]: encodeURIComponent(file.name) },
      parse: parseFileLink,
      onUpload,
    })
    uploaded.set(id, { file, url })
    return url
  }

  async function send({ to, message, onUpload }: SenderParameters): Promise<SentMessage> {
    const { clientMessageId, text, file, template, keyboard, quotedMessageId, channelId, keepUnanswered } = message
    const fileUrl = file && (await upload({ file, id: clientMessageId, onUpload }))
    const { messageId } = await request({
      operation: 'sendMessage',
      path: 'messages',
      body: {
        to,
        crmMessageId: clientMessageId,
        ...(fileUrl === undefined
          ? { text, template: template && toContent(template), keyboard }
          : { fileUrl, caption: text }),
        quotedMessageId,
        channelId,
        keepUnanswered,
      },
      parse: parseMessageAccepted,
    })
    uploaded.delete(clientMessageId)
    return { messageId }
  }

  return { send, upload, forget: (id) => uploaded.delete(id) }
}

function toContent({ payloads, ...template }: NonNullable<NewMessage['template']>): object {
  return payloads?.some((payload) => payload !== '') ? { ...template, buttonPayloads: payloads } : template
}

/** Takes no note of the progress. The request has it nevertheless: its deadline waits for a file that is on its way. */
function ignore(): void {}
