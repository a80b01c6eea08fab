import { listMessageChanges } from '../messengers/channels/messageChanges.ts'
import type { ChatsWindow } from '../server/links.ts'
import type { ChatScope, ChatSummary } from '../store/entities/chats.ts'
import type { Channel, Message, MessageTemplate } from '../store/schema.ts'
import { transports } from '../store/transports.ts'
import type { WindowChannel, WindowChat, WindowMessage } from './events.ts'

/** The dialogues that a window may show and write to. */
export function toScope({ scope, user }: ChatsWindow): ChatScope {
  return scope.kind === 'card' ? { userId: user.id, chats: scope.chats } : { userId: user.id }
}

/** A channel as a window may see it. */
export function toWindowChannel({ channelId, transport, plainId, state }: Channel): WindowChannel {
  const chatTypes = [...transports[transport].chatTypes]
  const works = state === 'active' || state === 'sync'
  return { channelId, plainId, transport, chatTypes, works, changes: listMessageChanges(transport) }
}

/** A dialogue as a window may see it. */
export function toWindowChat({ lastMessage, ...chat }: ChatSummary): WindowChat {
  const { isOwnTask, ...shown } = chat
  return { ...shown, tone: isOwnTask ? 'red' : 'grey', lastMessage: lastMessage && toWindowMessage(lastMessage) }
}

/** A message as a window may see it: without the author's id in the CRM and, once deleted, without its content. */
export function toWindowMessage(message: Message): WindowMessage {
  const { authorUserId: _, source: __, templateId: ___, template, ...rest } = message
  const shown = { ...rest, template: template && toShown(template) }
  const nothing = { kind: null, text: null, content: null, template: null, buttons: null, keyboard: null }
  return shown.deletedAt === null ? shown : { ...shown, ...nothing }
}

function toShown({ name, header, footer }: MessageTemplate): WindowMessage['template'] {
  return { name, header, footer }
}
