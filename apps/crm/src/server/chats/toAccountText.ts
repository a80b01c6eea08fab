/** The account of a chat as people write it: a WhatsApp number begins with a plus. */
export function toAccountText({ chatType, chatId }: { chatType: string; chatId: string }): string {
  return chatType === 'whatsapp' && /^\d+$/.test(chatId) ? `+${chatId}` : chatId
}
