import { sql } from 'drizzle-orm'
import type { ChannelState } from '../../store/channelStates.ts'
import { type Channel, channels } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { moveChannel } from './moveChannel.ts'

/** Draws a QR code as a PNG in a `data:` URL. */
export async function drawQr(text: string): Promise<string> {
  const { toDataURL } = await import('qrcode') // Loaded on demand, so that the sandbox starts sooner.
  return toDataURL(text, { errorCorrectionLevel: 'M', margin: 4, scale: 8 })
}

/** Lifetime of a QR code. */
const qrLifetimeMs = 60_000

/** Gives a channel a new QR code to scan, which replaces the previous one. */
export async function showQr(
  store: Store,
  { channelId, from, expired }: { channelId: string; from: ChannelState[]; expired?: string },
): Promise<Channel | undefined> {
  return moveChannel(store, {
    channelId,
    from,
    ...(expired === undefined ? {} : { expired }),
    state: 'qr',
    set: {
      qr: `crm-chat-sandbox:${channelId}:${store.ids.next('qr')}`,
      qrExpiresAt: store.clock.now() + qrLifetimeMs,
      qrCount: sql`${channels.qrCount} + 1`,
    },
  })
}
