import { parsePhone } from '@crm-chat/proxy'
import type { ContactChat } from '../../api/chat.ts'

/** The id of a chat, or a sentence about the problem with it. */
export type ParsedAccount = { chatId: string } | { problem: string }

/** Links to an account, which people paste in place of its name. */
const links = /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.me|instagram\.com|vk\.com|vk\.ru)\//i

/** Parses a customer's account in a messenger as people type or paste it: `+44 7700 900123`, `@anna`, `https://t.me/anna`. */
export function parseAccount({ chatType, chatId }: ContactChat): ParsedAccount {
  if (chatType === 'whatsapp') return parseWhatsapp(chatId)
  const name = chatId.replace(links, '').replace(/^@/, '').replace(/\/$/, '')
  if (/^[\w.-]{1,64}$/.test(name)) return { chatId: name }
  return { problem: 'Use a user name or an id: letters, digits, dots, hyphens and underscores.' }
}

function parseWhatsapp(text: string): ParsedAccount {
  const phone = parsePhone(text)
  return 'problem' in phone ? phone : { chatId: phone.digits }
}
