import type { WindowChat } from '../../../src/chats/events.ts'
import { formatAccount } from '../../ui/format/formatAccount.ts'

/** The chats whose name or account contains what was typed, however the number is spaced. */
export function filterChats(chats: WindowChat[], query: string): WindowChat[] {
  const wanted = fold(query)
  if (wanted === '') return query === '' ? chats : []
  return chats.filter((chat) => [chat.name, formatAccount(chat)].some((text) => fold(text).includes(wanted)))
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s()-]/g, '')
}
