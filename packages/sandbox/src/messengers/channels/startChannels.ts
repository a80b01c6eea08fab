import { inArray } from 'drizzle-orm'
import { type Channel, channels } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { transports } from '../../store/transports.ts'
import { moveChannel } from './moveChannel.ts'
import { showQr } from './qr.ts'

/** Time from creation to the first QR code. */
const startMs = 1_000
/** Time a connected channel imports messages before it is active. */
const syncMs = 2_000
/** Number of QR codes a channel shows before it gives up. */
const qrLimit = 5

/**
 * Moves channels on by the clock: a started channel shows a QR code, then another each time one expires, up to five; a
 * connected channel becomes active. Channels of an earlier run continue.
 * @returns a function that stops it
 */
export async function startChannels(store: Store): Promise<() => void> {
  const stop = store.changes.subscribe((change) => {
    if (change.kind === 'channel' && change.event !== 'delete') schedule(store, change.channel)
    if (change.kind === 'reset') void scheduleAll(store)
  })
  await scheduleAll(store)
  return stop
}

async function scheduleAll(store: Store): Promise<void> {
  const waiting = await store.database
    .select()
    .from(channels)
    .where(inArray(channels.state, ['init', 'qr', 'sync']))
  for (const channel of waiting) schedule(store, channel)
}

function schedule(store: Store, channel: Channel): void {
  const { channelId, state, transport } = channel
  const { clock } = store
  const now = clock.now()
  if (state === 'init' && transports[transport].way === 'qr') {
    clock.schedule(now + startMs, () => void showQr(store, { channelId, from: ['init'] }))
  } else if (state === 'qr') {
    clock.schedule(channel.qrExpiresAt ?? now, () => void renewQr(store, channel))
  } else if (state === 'sync') {
    clock.schedule(now + syncMs, () => void moveChannel(store, { channelId, from: ['sync'], state: 'active' }))
  }
}

async function renewQr(store: Store, { channelId, qr, qrCount }: Channel): Promise<void> {
  if (qr === null) return
  if (qrCount < qrLimit) await showQr(store, { channelId, from: ['qr'], expired: qr })
  else await moveChannel(store, { channelId, from: ['qr'], expired: qr, state: 'qridle' })
}
