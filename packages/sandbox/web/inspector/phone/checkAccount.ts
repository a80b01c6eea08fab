import type { ChatKey } from '../../../src/chats/events.ts'

/** What a person typed as an account, as the vendor would name it, and what is wrong with it. */
export function checkAccount({ chatType, account }: { chatType: ChatKey['chatType']; account: string }): {
  chatId: string
  problem?: string
} {
  const typed = account.trim()
  if (chatType === 'whatsapp' || chatType === 'viber') {
    const chatId = typed.replace(/[\s()+-]/g, '')
    return /^\d{9,16}$/.test(chatId) ? { chatId } : { chatId, problem: 'An international number of 9 to 16 digits.' }
  }
  const chatId = typed.replace(/^@/, '')
  return chatId === '' ? { chatId, problem: 'Give the account a name or a number.' } : { chatId }
}
