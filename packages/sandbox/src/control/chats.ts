import { Hono } from 'hono'
import type { ChatType } from '../store/chatTypes.ts'
import { type ChatSummary, listAllChats } from '../store/entities/chats.ts'
import type { Store } from '../store/store.ts'

/** A dialogue as the inspector lists it. */
export interface ControlChat {
  chatType: ChatType
  chatId: string
  name: string
  unanswered: number
  /** Short text of the last message; `null` without one. */
  lastText: string | null
  /** Unix time in milliseconds. */
  lastAt: number
}

/** `GET /_sandbox/chats`: lists every dialogue of the account, the latest first. */
export function chats({ store }: { store: Store }): Hono {
  return new Hono({ strict: false }).get('/chats', async (context) => {
    const found = await listAllChats(store.database)
    return context.json({ chats: found.map(toControlChat) })
  })
}

function toControlChat({ chatType, chatId, name, unanswered, lastMessage, createdAt }: ChatSummary): ControlChat {
  const lastText = lastMessage && (lastMessage.text ?? lastMessage.content)
  return { chatType, chatId, name, unanswered, lastText, lastAt: lastMessage?.sentAt ?? createdAt }
}
