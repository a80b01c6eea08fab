import { and, eq, inArray } from 'drizzle-orm'
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import type { ChannelState } from '../../store/channelStates.ts'
import { type Channel, channels } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/** Parameters of {@link moveChannel}. */
export interface ChannelMove {
  channelId: string
  /** States that the channel may leave. @default any */
  from?: readonly ChannelState[]
  /** The QR code that the channel must still show. */
  expired?: string
  state: ChannelState
  /** Other columns to change with it. */
  set?: Omit<SQLiteUpdateSetSource<typeof channels>, 'channelId' | 'state'>
}

/**
 * Moves a channel to another state and publishes the change. Its QR code and pairing code expire with the old state.
 * @returns the channel, unless it may not leave its state
 */
export async function moveChannel(store: Store, move: ChannelMove): Promise<Channel | undefined> {
  const { channelId, from, expired, state, set } = move
  const [channel] = await store.database
    .update(channels)
    .set({ ...noCodes, ...set, state })
    .where(
      and(
        eq(channels.channelId, channelId),
        from && inArray(channels.state, [...from]),
        expired === undefined ? undefined : eq(channels.qr, expired),
      ),
    )
    .returning()
  if (channel) store.changes.publish({ kind: 'channel', event: state === 'qr' ? 'qr' : 'status', channel })
  return channel
}

const noCodes = { qr: null, qrExpiresAt: null, pairingCode: null, pairingPhone: null }
