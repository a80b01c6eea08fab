import { and, eq, ne } from 'drizzle-orm'
import { getChannel } from '../../store/entities/channels.ts'
import { SandboxError } from '../../store/errors.ts'
import { type Channel, channels } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { moveChannel } from './moveChannel.ts'

/** A channel cannot be connected in this way. */
export class ChannelError extends SandboxError {
  override readonly name = 'ChannelError'
  readonly code: 'CHANNEL_NOT_FOUND' | 'QR_EXPIRED' | 'NO_PASSWORD_ASKED' | 'WRONG_PASSWORD' | 'WRONG_TRANSPORT'

  constructor({ code, message }: { code: ChannelError['code']; message: string }) {
    super(message)
    this.code = code
  }
}

/** The phone a code is scanned or entered with. */
export interface PhoneAccount {
  /** Its number, or its name in the messenger. */
  plainId: string
  /** The second factor that it requires. @default none */
  password?: string | undefined
}

/** Scans a channel's QR code with a phone. @throws {ChannelError} for an expired code */
export async function scanQr(store: Store, { qr, ...phone }: PhoneAccount & { qr: string }): Promise<Channel> {
  const [channel] = await store.database.select().from(channels).where(eq(channels.qr, qr))
  if (!channel) throw new ChannelError({ code: 'QR_EXPIRED', message: 'No channel shows this QR code now.' })
  return connectPhone(store, { channel, phone })
}

/** Enters a pairing code in the messenger, on the phone it was made for. @throws {ChannelError} */
export async function enterPairingCode(
  store: Store,
  { pairingCode, password }: { pairingCode: string; password?: string | undefined },
): Promise<Channel> {
  const [channel] = await store.database.select().from(channels).where(eq(channels.pairingCode, pairingCode))
  if (!channel?.pairingPhone)
    throw new ChannelError({ code: 'QR_EXPIRED', message: 'No channel has this pairing code now.' })
  return connectPhone(store, { channel, phone: { plainId: channel.pairingPhone, password } })
}

/** Enters the second factor of a channel's account. @throws {ChannelError} if it is wrong, or not required now */
export async function enterPassword(
  store: Store,
  { channelId, password }: { channelId: string; password: string },
): Promise<Channel> {
  const channel = await getChannel(store.database, channelId)
  if (channel?.state !== 'waitForPassword')
    throw new ChannelError({ code: 'NO_PASSWORD_ASKED', message: 'The channel does not wait for a second factor.' })
  if (channel.password !== password)
    throw new ChannelError({ code: 'WRONG_PASSWORD', message: 'The messenger refused the second factor.' })
  return move(store, { channelId, from: ['waitForPassword'], state: 'sync', set: { password: null } })
}

/** Moves a scanned channel on: it is used elsewhere, has another phone, requires a second factor, or is connected. */
async function connectPhone(
  store: Store,
  { channel, phone }: { channel: Channel; phone: PhoneAccount },
): Promise<Channel> {
  const { channelId, plainId } = channel
  const from = ['qr'] as const
  if (plainId !== '' && plainId !== phone.plainId) return move(store, { channelId, from, state: 'foreignPhone' })
  if (await isInUse(store, { channel, phone })) return move(store, { channelId, from, state: 'openElsewhere' })
  const set = { plainId: phone.plainId, name: phone.plainId, qrCount: 0 }
  if (phone.password === undefined) return move(store, { channelId, from, state: 'sync', set })
  return move(store, { channelId, from, state: 'waitForPassword', set: { ...set, password: phone.password } })
}

async function isInUse(
  { database }: Store,
  { channel, phone }: { channel: Channel; phone: PhoneAccount },
): Promise<boolean> {
  const others = await database
    .select()
    .from(channels)
    .where(
      and(
        eq(channels.transport, channel.transport),
        eq(channels.plainId, phone.plainId),
        eq(channels.state, 'active'),
        ne(channels.channelId, channel.channelId),
      ),
    )
  return others.length > 0
}

async function move(store: Store, parameters: Parameters<typeof moveChannel>[1]): Promise<Channel> {
  const channel = await moveChannel(store, parameters)
  if (channel) return channel
  throw new ChannelError({ code: 'CHANNEL_NOT_FOUND', message: 'The channel was deleted, or connected meanwhile.' })
}
