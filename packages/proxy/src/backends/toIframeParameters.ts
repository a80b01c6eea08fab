import type { WindowRequest } from '@crm-chat/protocol'
import type { IframeParameters } from '@crm-chat/vendors/wazzup-v2'
import type { ChatUser } from '../chatUser.ts'
import { toVendorChat } from './toVendorChat.ts'

/** A window in the vendor's words. @throws {OperationError} `invalid_request` for a chat that the vendor cannot have. */
export function toIframeParameters({ user, request }: { user: ChatUser; request: WindowRequest }): IframeParameters {
  const { activeChat } = request
  return {
    user: { id: user.id, name: user.name },
    scope: request.scope,
    ...(request.scope === 'card' ? { filter: toFilter(request.chats) } : {}),
    ...(activeChat ? { activeChat: toVendorChat({ chat: activeChat, path: 'activeChat' }) } : {}),
  }
}

function toFilter(chats: Extract<WindowRequest, { scope: 'card' }>['chats']): IframeParameters['filter'] {
  return chats.map((chat, index) => toVendorChat({ chat, path: `chats.${index}` }))
}
