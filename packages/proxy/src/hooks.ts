import type { NamedChat } from '@crm-chat/protocol'
import type { ChatUser } from './identity/chatUser.ts'

/** The CRM's own answer to who is asking: null for nobody. */
export type IdentifyHook = (request: Request) => ChatUser | null | Promise<ChatUser | null>

/** The CRM's own answer to whether a user may open these chats. Anything but `true` means no. */
export type AuthorizeChatsHook = (parameters: { user: ChatUser; chats: NamedChat[] }) => boolean | Promise<boolean>
