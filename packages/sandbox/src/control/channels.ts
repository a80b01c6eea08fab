import { Hono } from 'hono'
import * as z from 'zod'
import { drawQr } from '../messengers/channels/drawQr.ts'
import { moveChannel } from '../messengers/channels/moveChannel.ts'
import { ChannelError, enterPairingCode, scanQr } from '../messengers/channels/scanQr.ts'
import { answerError } from '../server/http/answerError.ts'
import { channelStates } from '../store/channelStates.ts'
import { getChannel } from '../store/entities/channels.ts'
import { type Channel, channels as channelRows } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { readInput } from './readInput.ts'

const password = z.string().min(1).max(256).optional()
const plainId = z.string().min(1).max(200)
const scanSchema = z.union([
  z.strictObject({ qr: z.string().min(1), plainId, password }),
  z.strictObject({ channelId: z.string().min(1), plainId, password }),
  z.strictObject({ pairingCode: z.string().min(1), password }),
])
const moveSchema = z.strictObject({ state: z.enum(channelStates) })

/**
 * Channels for tools and tests: `GET /channels` with the QR codes shown now, `POST /channels/scan` plays the phone that
 * scans one or enters a pairing code, `POST /channels/:id/state` takes a channel to any state, e.g. `blocked`.
 */
export function channels({ store }: { store: Store }): Hono {
  return new Hono({ strict: false })
    .get('/channels', async (context) => {
      const rows = await store.database.select().from(channelRows)
      return context.json({ channels: await Promise.all(rows.map(toControlChannel)) })
    })
    .post('/channels/scan', async (context) => {
      const input = await readInput(context, scanSchema)
      if (!input.ok) return input.refusal
      try {
        return context.json({ channel: await toControlChannel(await scan(store, input.body)) })
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error
        return answerError(context, { status: 400, code: error.code, description: error.message })
      }
    })
    .post('/channels/:id/state', async (context) => {
      const input = await readInput(context, moveSchema)
      if (!input.ok) return input.refusal
      const channel = await moveChannel(store, { channelId: context.req.param('id'), ...input.body })
      if (!channel) return answerError(context, noSuchChannel)
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

const noSuchChannel = {
  status: 404,
  code: 'CHANNEL_NOT_FOUND',
  description: 'The account has no such channel.',
} as const
