import type { ChatKey } from '../../../src/chats/events.ts'

/** The messengers' names. */
export const messengerNames: Record<ChatKey['chatType'], string> = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  instagram: 'Instagram',
  vk: 'VK',
  whatsgroup: 'WhatsApp group',
  telegroup: 'Telegram group',
  viber: 'Viber',
  avito: 'Avito',
  max: 'MAX',
  maxgroup: 'MAX group',
}

/** A contact's account as people write it: `+79998887766`, `@ann`. */
export function formatAccount({ chatType, chatId }: ChatKey): string {
  if (chatType === 'whatsapp' || chatType === 'viber') return `+${chatId}`
  if (chatType.endsWith('group')) return chatId
  return /^\d+$/.test(chatId) ? `ID ${chatId}` : `@${chatId.replace(/^@/, '')}`
}

/** The name to show for a chat: where nobody gave one, the account. */
export function formatName(chat: ChatKey & { name: string }): string {
  return chat.name === chat.chatId ? formatAccount(chat) : chat.name
}
