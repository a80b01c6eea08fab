import { and, eq, inArray } from 'drizzle-orm'
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import type { ChannelState } from '../../store/channelStates.ts'
import { type Channel, channels } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/** Parameters of {@link moveChannel}. */
export interface ChannelMove {
  channelId: string
  /** Only out of these; from any other the channel stays as it is. @default any */
  from?: readonly ChannelState[]
  /** Only while it still shows this QR code. */
  expired?: string
  state: ChannelState
  /** Other columns to change with it. */
  set?: Omit<SQLiteUpdateSetSource<typeof channels>, 'channelId' | 'state'>
}

/**
 * Takes a channel to another state and tells of it. Codes to scan or enter end with the state they belong to.
 * @returns the channel, unless it is in none of the states it may leave.
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
