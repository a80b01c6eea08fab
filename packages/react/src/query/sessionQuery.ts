import type { ChatClient } from '@crm-chat/core'
import type { Session } from '@crm-chat/protocol'
import { parseSession } from '@crm-chat/protocol/wire/parseSession'
import { type ChatQuery, chatQuery } from './chatQuery.ts'

/** Query of the user and of what the proxy offers, with the key `[...chatKey(chat), 'session']`. */
export function sessionQuery(chat: ChatClient): ChatQuery<Session, readonly ['session']> {
  return chatQuery({ chat, name: ['session'], request: { operation: 'session', parse: parseSession } })
}
