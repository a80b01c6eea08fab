import type { WindowRequest } from '@crm-chat/protocol'
import type { IframeParameters } from '@crm-chat/vendors/wazzup-v2'
import type { ChatUser } from '../../identity/chatUser.ts'
import { describeWindow } from '../describeChats.ts'
import { toVendorChat } from './chats.ts'

/** Turns a window request into the vendor's words. */
export function toIframeParameters({ user, request }: { user: ChatUser; request: WindowRequest }): IframeParameters {
  const { activeChat } = request
  return {
    user: { id: user.id, name: user.name },
    scope: request.scope,
    ...(request.scope === 'card' ? { filter: request.chats.map(toVendorChat) } : {}),
    ...(activeChat ? { activeChat: toVendorChat(activeChat) } : {}),
  }
}

/** Names the chat that the vendor's client refuses. */
export const describeWindowIssues = describeWindow({ chats: 'filter', activeChat: 'activeChat' })
