import { sql } from 'drizzle-orm'
import type { ChannelState } from '../../store/channelStates.ts'
import { type Channel, channels } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { moveChannel } from './moveChannel.ts'

/** Lifetime of a QR code. */
const qrLifetimeMs = 60_000

/** Gives a channel a new QR code to scan; the one before, if any, is good for nothing from now on. */
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
