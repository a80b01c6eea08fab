import type { WindowChannel } from '../../../src/chats/events.ts'

/** A channel in a few words, e.g. `+79865784458 · WhatsApp Business`. */
export function describeChannel({ plainId, channelId, transport, works }: WindowChannel): string {
  const account = /^\d{9,}$/.test(plainId) ? `+${plainId}` : plainId || channelId
  return [account, kinds[transport], works ? undefined : 'off'].filter((part) => part !== undefined).join(' · ')
}

/** Where two transports lead to the same messenger. */
const kinds: Partial<Record<WindowChannel['transport'], string>> = {
  wapi: 'WhatsApp Business (WABA)',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram bot',
  tgapi: 'Telegram',
  max: 'MAX',
  maxbot: 'MAX bot',
}
