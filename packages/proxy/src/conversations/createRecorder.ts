import type { MessageEdit, MessageRequest } from '@crm-chat/protocol'
import type { ChatEvent, MessageEvent } from '@crm-chat/vendors/webhooks'
import { defined } from '../backends/defined.ts'
import type { Clock } from '../clock.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import type { ConversationStore } from './conversationStore.ts'
import type { StoredMessage } from './messageUpdate.ts'

/** Notes what users do to messages: not every vendor's webhooks tell what came from the proxy itself. Never rejects. */
export interface Recorder {
  sent: (parameters: { user: ChatUser; request: MessageRequest; messageId: string }) => Promise<void>
  edited: (parameters: { message: StoredMessage; edit: MessageEdit }) => Promise<void>
  deleted: (message: StoredMessage) => Promise<void>
}

type Content = MessageEvent['message']

/** Makes a {@link Recorder}. */
export function createRecorder({
  vendor,
  conversations,
  handle,
  clock,
  onFailure,
}: {
  vendor: string
  conversations: Pick<ConversationStore, 'findMedia'>
  /** Stores an event and shows it to the pages. */
  handle: (event: ChatEvent) => Promise<void>
  clock: Clock
  /** Called where the vendor has acted, and the store could not note it. */
  onFailure: (error: unknown) => void
}): Recorder {
  const base = { vendor: vendor as ChatEvent['vendor'], raw: undefined } // A backend of the CRM's own has a name of its own.
  const at = (): string => new Date(clock.now()).toISOString()
  return {
    sent: async ({ user, request, messageId }) => {
      const message = toContent({ user, request, messageId })
      if (message) await handle({ ...base, kind: 'message', message, at: at() }).catch(onFailure)
    },
    edited: async ({ message, edit }) => {
      try {
        const url = message.file && (await conversations.findMedia(message.file.mediaId))?.url
        await handle({ ...base, kind: 'message', message: toEdited({ message, edit, url }), at: at() })
      } catch (error) {
        onFailure(error)
      }
    },
    deleted: ({ id: messageId }) => handle({ ...base, kind: 'messageDeleted', messageId }).catch(onFailure),
  }
}

/** Returns undefined for a recipient without the id of a chat, which the vendor alone knows. */
function toContent({
  user,
  request: { to, text, fileUrl, template, channelId, quotedMessageId, keyboard },
  messageId,
}: {
  user: ChatUser
  request: MessageRequest
  messageId: string
}): Content | undefined {
  if (!('chatId' in to)) return undefined
  const { id, name } = user
  return {
    id: messageId,
    chat: { chatType: to.chatType, chatId: to.chatId },
    direction: 'outgoing',
    type: template ? 'template' : fileUrl !== undefined ? typeOf(fileUrl) : keyboard ? 'interactive' : 'text',
    status: 'pending',
    author: { id, name },
    ...defined({ channelId, text, contentUrl: fileUrl, quotedMessageId }),
  }
}

function toEdited({
  message: { id, chat, channelId, author, quotedMessageId, type, text },
  edit,
  url,
}: {
  message: StoredMessage
  edit: MessageEdit
  url: string | undefined
}): Content {
  const { text: newText = text, fileUrl } = edit
  return {
    id,
    chat,
    direction: 'outgoing',
    type: fileUrl === undefined ? (type as Content['type']) : typeOf(fileUrl), // It came from such an event.
    edited: true,
    ...defined({ channelId, text: newText, contentUrl: fileUrl ?? url, quotedMessageId }),
    ...(author && { author: defined(author) }),
  }
}

const kinds = [
  ['image', /^(jpe?g|png|gif|webp)$/],
  ['video', /^(mp4|mov|webm|3gp)$/],
  ['audio', /^(mp3|ogg|oga|opus|m4a|aac|wav|amr)$/],
] as const

/** The vendor's own webhook has the last word, where there is one. */
function typeOf(fileUrl: string): Content['type'] {
  const extension = /\.(\w{1,5})$/.exec(new URL(fileUrl).pathname)?.[1]?.toLowerCase() ?? ''
  return kinds.find(([, extensions]) => extensions.test(extension))?.[0] ?? 'document'
}
