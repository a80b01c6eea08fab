import type { NamedChat, WindowRequest } from '@crm-chat/protocol'
import type { ChatsLinkParameters } from '@crm-chat/vendors/wazzup-tech'
import type { ChatUser } from '../../identity/chatUser.ts'
import { defined } from '../defined.ts'
import { describeWindow } from '../describeChats.ts'

/** Turns a window request into the vendor's words. */
export function toChatsLinkParameters({
  user,
  request,
  dealEvents = false,
}: {
  user: ChatUser
  request: WindowRequest
  dealEvents?: boolean | undefined
}): ChatsLinkParameters {
  const { activeChat } = request
  const settings = {
    user_id: user.id,
    author_name: user.name,
    ...defined({ active_chat: activeChat && toVendorChat(activeChat) }),
    ...(dealEvents && { use_events: { deals: true }, client_type: '' }), // The vendor asks for both, even without a name.
  }
  return request.scope === 'global'
    ? { ...settings, scope: 'global' }
    : { ...settings, scope: 'card', chats: request.chats.map(toVendorChat) }
}

function toVendorChat({ chatType, chatId, name }: NamedChat) {
  return { chat_type: chatType, chat_id: chatId, ...defined({ contact_name: name }) }
}

/** Names the chat that the vendor's client refuses. */
export const describeWindowIssues = describeWindow({ chats: 'chats', activeChat: 'active_chat' })
