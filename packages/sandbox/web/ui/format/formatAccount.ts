/** Names of the messengers, by chat type. */
export const messengerNames = {
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

/** A messenger, in the vendor's word. */
export type ChatType = keyof typeof messengerNames

interface ChatKey {
  chatType: ChatType
  chatId: string
}

/** Formats a contact's account: `+79998887766`, `@ann`. */
export function formatAccount({ chatType, chatId }: ChatKey): string {
  if (chatType === 'whatsapp' || chatType === 'viber') return `+${chatId}`
  if (chatType.endsWith('group')) return chatId
  return /^\d+$/.test(chatId) ? `ID ${chatId}` : `@${chatId.replace(/^@/, '')}`
}

/** Returns the name of a chat, or the account of one without a name. */
export function formatName(chat: ChatKey & { name: string }): string {
  return chat.name === chat.chatId ? formatAccount(chat) : chat.name
}
