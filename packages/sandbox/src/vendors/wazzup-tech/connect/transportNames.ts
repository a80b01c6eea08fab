import type { Transport } from '../../../store/transports.ts'

/** Display names of the transports. */
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
