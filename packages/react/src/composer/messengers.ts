import type { ComposerWords } from '@crm-chat/core/composer'
import { fill } from '../conversation/format.ts'

const names: Partial<Record<string, string>> = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  instagram: 'Instagram',
  viber: 'Viber',
  vk: 'VK',
  avito: 'Avito',
  max: 'MAX',
}

const groups: Partial<Record<string, string>> = { whatsgroup: 'WhatsApp', telegroup: 'Telegram', maxgroup: 'MAX' }

/** Name of a messenger. */
export function nameMessenger(chatType: string, words: Pick<ComposerWords, 'group'>): string {
  const group = groups[chatType]
  return names[chatType] ?? (group ? fill(words.group, { messenger: group }) : chatType)
}
