import { Hono } from 'hono'
import * as z from 'zod'
import { createChannel } from '../messengers/channels/connectChannel.ts'
import { moveChannel } from '../messengers/channels/moveChannel.ts'
import { drawQr } from '../messengers/channels/qr.ts'
import { ChannelError, enterPairingCode, scanQr } from '../messengers/channels/scanQr.ts'
import type { Account } from '../server/account.ts'
import { respondError } from '../server/http/respondError.ts'
import { channelStates } from '../store/channelStates.ts'
import { getChannel } from '../store/entities/channels.ts'
import { type Channel, channels as channelRows } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { type Transport, transports } from '../store/transports.ts'
import { mintConnectLink } from '../vendors/wazzup-tech/connectLink.ts'
import { readInput } from './readInput.ts'

const phonePassword = z.string().min(1).max(256).optional()
const phoneId = z.string().min(1).max(200)
const scanSchema = z.union([
  z.strictObject({ qr: z.string().min(1), plainId: phoneId, password: phonePassword }),
  z.strictObject({ channelId: z.string().min(1), plainId: phoneId, password: phonePassword }),
  z.strictObject({ pairingCode: z.string().min(1), password: phonePassword }),
])
const transportNames = Object.keys(transports) as [Transport, ...Transport[]] // Object.keys loses the type of the keys.
const newSchema = z.strictObject({ transport: z.enum(transportNames), plainId: z.string().trim().min(1).max(200) })
const moveSchema = z.strictObject({ state: z.enum(channelStates) })

/**
 * Channels for tools and tests: `GET /channels` with their current QR codes, `POST /channels {transport, plainId}` adds a
 * connected one, `POST /channels/scan` plays the phone that scans a code or enters a pairing code, and
 * `POST /channels/:id/state` puts a channel into any state, e.g. `blocked`.
 */
export function channels({ account, origin }: { account: Account; origin: () => string }): Hono {
  const { store } = account
  return new Hono({ strict: false })
    .get('/channels', async (context) => {
      const rows = await store.database.select().from(channelRows)
      return context.json({ channels: await Promise.all(rows.map(toControlChannel)) })
    })
    .post('/channels', async (context) => {
      const input = await readInput(context, newSchema)
      if (!input.ok) return input.refusal
      const toUrl = (subject: string): Promise<string> => mintConnectLink({ account, origin: origin(), subject })
      const { channelId, transport, plainId } = await createChannel(store, { ...input.body, toUrl })
      await moveChannel(store, { channelId, state: 'active' })
      return context.json({ channel: { channelId, transport, plainId, state: 'active' } }, 201)
    })
    .post('/channels/scan', async (context) => {
      const input = await readInput(context, scanSchema)
      if (!input.ok) return input.refusal
      try {
        return context.json({ channel: await toControlChannel(await scan(store, input.body)) })
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error
        return respondError(context, { status: 400, code: error.code, description: error.message })
      }
    })
    .post('/channels/:id/state', async (context) => {
      const input = await readInput(context, moveSchema)
      if (!input.ok) return input.refusal
      const channel = await moveChannel(store, { channelId: context.req.param('id'), ...input.body })
      if (!channel) return respondError(context, noSuchChannel)
      return context.json({ channel: await toControlChannel(channel) })
    })
}

async function scan(store: Store, request: z.output<typeof scanSchema>): Promise<Channel> {
  if ('pairingCode' in request) return enterPairingCode(store, request)
  if ('qr' in request) return scanQr(store, request)
  const { channelId, ...phone } = request
  const shown = await getChannel(store.database, channelId)
  return scanQr(store, { ...phone, qr: shown?.qr ?? '' })
}

async function toControlChannel(channel: Channel) {
  const { password: _, ...shown } = channel
  return { ...shown, qrImage: channel.qr === null ? null : await drawQr(channel.qr) }
}

/** The refusal of an unknown channel. */
export const noSuchChannel = {
  status: 404,
  code: 'CHANNEL_NOT_FOUND',
  description: 'The account has no such channel.',
} as const
