import type { WabaTier } from '@crm-chat/vendors/wazzup-tech'
import { and, eq } from 'drizzle-orm'
import { type Channel, channels } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/** Changes the number of conversations that a WABA channel may start, as Meta does. @returns nothing for other channels */
export async function changeTier(
  { database, changes }: Store,
  { channelId, tier }: { channelId: string; tier: WabaTier },
): Promise<Channel | undefined> {
  const [channel] = await database
    .update(channels)
    .set({ tier })
    .where(and(eq(channels.channelId, channelId), eq(channels.transport, 'wapi')))
    .returning()
  if (channel) changes.publish({ kind: 'channel', event: 'tier', channel })
  return channel
}

/** The tier of a channel; every WABA channel has one. */
export function getTier({ transport, tier }: Pick<Channel, 'transport' | 'tier'>): WabaTier | undefined {
  return transport === 'wapi' ? (tier ?? 'TIER_1K') : undefined
}
