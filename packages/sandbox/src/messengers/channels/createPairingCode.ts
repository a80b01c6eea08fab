import { and, eq, isNotNull } from 'drizzle-orm'
import { channels } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { ChannelError } from './scanQr.ts'

/** Creates a code to enter in WhatsApp instead of scanning. It expires with the current QR code. @throws {ChannelError} */
export async function createPairingCode(
  { database, ids }: Store,
  { channelId, phone }: { channelId: string; phone: string },
): Promise<string> {
  const pairingCode = toCode(ids.next('pairing'))
  const [channel] = await database
    .update(channels)
    .set({ pairingCode, pairingPhone: phone })
    .where(and(eq(channels.channelId, channelId), eq(channels.transport, 'whatsapp'), isNotNull(channels.qr)))
    .returning()
  if (channel) return pairingCode
  throw new ChannelError({ code: 'QR_EXPIRED', message: 'The channel shows no QR code now. Reinitialize it.' })
}

/** Letters and digits that look different from each other. */
const letters = 'ABCDEFGHJKLMNPQRSTVWXYZ123456789'

function toCode(id: string): string {
  const digits = id.replaceAll('-', '').slice(-16)
  return Array.from(
    { length: 8 },
    (_, at) => letters[Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16) % letters.length],
  ).join('')
}
