import type { ChatClient } from '@crm-chat/core'

/** Beginning of the keys of everything that this entry keeps of a client. */
export type ChatKey = readonly ['crm-chat', endpoint: string, user: string]

/**
 * Returns the beginning of a client's keys: what it keeps can be invalidated or removed by it. The user is the client's
 * `userId`; without one, each client has keys of its own, so that nobody sees what another user has loaded.
 * @example
 * queryClient.removeQueries({ queryKey: chatKey(chat) })
 */
export function chatKey(chat: Pick<ChatClient, 'endpoint' | 'options'>): ChatKey {
  return ['crm-chat', chat.endpoint, chat.options.userId ?? nameOf(chat)]
}

const names = new WeakMap<object, string>()

/** Random, so that it is no name of another page whose cache has been stored. */
function nameOf(chat: object): string {
  const name = names.get(chat) ?? `client ${Math.random().toString(36).slice(2)}`
  names.set(chat, name)
  return name
}
