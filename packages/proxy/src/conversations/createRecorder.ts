import type { MessageEdit, MessageRequest } from '@crm-chat/protocol'
import type { ChatEvent, MessageEvent } from '@crm-chat/vendors/webhooks'
import { defined } from '../backends/defined.ts'
import type { Clock } from '../clock.ts'
import { callHook } from '../hooks.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import type { ConversationStore } from './conversationStore.ts'
import type { MessageUpdate, StoredMessage } from './messageUpdate.ts'
import { toOwnFile } from './ownFiles.ts'
import { toButtons } from './toButtons.ts'
import { toStoredMessage } from './toMessageUpdate.ts'

/** Time for the store. */
const timeoutMs = 10_000

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
  show,
  clock,
  onFailure,
}: {
  vendor: string
  conversations: Pick<ConversationStore, 'append' | 'findMedia'>
  /** Shows an event to the pages that may see it. */
  show: (parameters: { event: ChatEvent; message: StoredMessage | undefined }) => void
  clock: Clock
  /** Called where the vendor has acted, and the store could not note it. */
  onFailure: (error: unknown) => void
}): Recorder {
  const base = { vendor: vendor as ChatEvent['vendor'], raw: undefined } // A backend of the CRM's own has a name of its own.

  async function note({ event, update }: { event: ChatEvent; update: MessageUpdate }): Promise<void> {
    const { message } = await callHook({ clock, timeoutMs, call: () => conversations.append(update) })
    show({ event, message })
  }

  async function noteVersion({
    content,
    fileUrl,
    buttons,
  }: {
    content: Content
    fileUrl: string | undefined
    buttons?: StoredMessage['buttons']
  }): Promise<void> {
    const receivedAt = new Date(clock.now()).toISOString()
    const event: MessageEvent = { ...base, kind: 'message', message: content, at: receivedAt }
    const stored = toStoredMessage({ event, receivedAt })
    const file = fileUrl === undefined ? {} : { file: { mediaId: content.id } }
    const message = { ...stored, ...file, ...(buttons && { buttons }) }
    await note({ event, update: { kind: 'message', message, fileUrl, noted: true } })
  }

  return {
    sent: async ({ user, request, messageId }) => {
      const content = toContent({ user, request, messageId })
      if (!content) return
      const fileUrl = request.fileUrl === undefined ? undefined : toOwnFile(request.fileUrl)
      const buttons = request.keyboard && toButtons(request.keyboard)
      await noteVersion({ content, fileUrl, buttons }).catch(onFailure)
    },
    edited: async ({ message, edit }) => {
      try {
        const known = message.file && (await conversations.findMedia(message.file.mediaId))?.url
        const fileUrl = edit.fileUrl === undefined ? known : toOwnFile(edit.fileUrl)
        await noteVersion({ content: toEdited({ message, edit }), fileUrl })
      } catch (error) {
        onFailure(error)
      }
    },
    deleted: ({ id: messageId }) => {
      const event: ChatEvent = { ...base, kind: 'messageDeleted', messageId }
      return note({ event, update: { kind: 'deleted', messageId } }).catch(onFailure)
    },
  }
}

/** Returns undefined for a recipient without the id of a chat, which the vendor alone knows. */
function toContent({
  user,
  request: { to, caption, text = caption, fileUrl, template, channelId, quotedMessageId, keyboard },
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
}: {
  message: StoredMessage
  edit: MessageEdit
}): Content {
  const { text: newText = text, fileUrl } = edit
  return {
    id,
    chat,
    direction: 'outgoing',
    type: fileUrl === undefined ? (type as Content['type']) : typeOf(fileUrl), // It came from such an event.
    edited: true,
    ...defined({ channelId, text: newText, contentUrl: fileUrl, quotedMessageId }),
    ...(author && { author: defined(author) }),
  }
}

const kinds = [
  ['image', /^(jpe?g|png|gif|webp)$/],
  ['video', /^(mp4|mov|webm|3gp)$/],
  ['audio', /^(mp3|ogg|oga|opus|m4a|aac|wav|amr)$/],
] as const

/** A guess: the vendor's own webhook has the last word, where there is one. */
function typeOf(fileUrl: string): Content['type'] {
  const extension = /\.(\w{1,5})$/.exec(new URL(fileUrl).pathname)?.[1]?.toLowerCase() ?? ''
  return kinds.find(([, extensions]) => extensions.test(extension))?.[0] ?? 'document'
}
