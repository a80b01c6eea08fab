import type { Channel } from '../session/conversation.ts'

/** Describes a channel, e.g. `+79865784458 · WhatsApp Business (WABA)`. */
export function describeChannel({ plainId, channelId, transport, works }: Channel): string {
  const account = /^\d{9,}$/.test(plainId) ? `+${plainId}` : plainId || channelId
  return [account, kinds[transport], works ? undefined : 'off'].filter((part) => part !== undefined).join(' · ')
}

/** Names of the transports that share a messenger with another one. */
const kinds: Partial<Record<string, string>> = {
  wapi: 'WhatsApp Business (WABA)',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram bot',
  tgapi: 'Telegram',
  max: 'MAX',
  maxbot: 'MAX bot',
}
