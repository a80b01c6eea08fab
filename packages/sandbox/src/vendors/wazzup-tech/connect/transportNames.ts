import type { Transport } from '../../../store/transports.ts'

/** What people call the ways into messengers. */
export const transportNames: Record<Transport, string> = {
  whatsapp: 'WhatsApp',
  wapi: 'WhatsApp Business API',
  telegram: 'Telegram bot',
  tgapi: 'Telegram',
  instagram: 'Instagram',
  viber: 'Viber',
  vk: 'VK',
  avito: 'Avito',
  max: 'MAX',
  maxbot: 'MAX bot',
}
