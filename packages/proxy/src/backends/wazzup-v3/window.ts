import type { WindowRequest } from '@crm-chat/protocol'
import type { IframeParameters } from '@crm-chat/vendors/wazzup-v3'
import type { ChatUser } from '../../identity/chatUser.ts'
import { defined } from '../defined.ts'
import { describeWindow } from '../describeChats.ts'

/** Turns a window request into the vendor's words. */
export function toIframeParameters({
  user,
  request,
  dealEvents = false,
}: {
  user: ChatUser
  request: WindowRequest
  dealEvents?: boolean | undefined
}): IframeParameters {
  const settings = {
    user: { id: user.id, name: user.name },
    ...defined({ activeChat: request.activeChat }),
    ...(dealEvents && { options: { useDealsEvents: true } }),
  }
  if (request.scope === 'global') return { ...settings, scope: 'global' }
  const filter = request.chats.map(({ name, ...chat }) => ({ ...chat, ...defined({ name }) }))
  return { ...settings, scope: 'card', filter }
}

/** Names the chat that the vendor's client refuses. */
export const describeWindowIssues = describeWindow({ chats: 'filter', activeChat: 'activeChat' })
