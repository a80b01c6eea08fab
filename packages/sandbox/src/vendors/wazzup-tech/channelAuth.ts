import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { createPairingCode } from '../../messengers/channels/createPairingCode.ts'
import { ChannelError, enterPassword } from '../../messengers/channels/scanQr.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { getChannel } from '../../store/entities/channels.ts'
import type { Channel } from '../../store/schema.ts'
import { respondData } from './respondData.ts'
import { badRequest, notFound } from './techErrors.ts'
import { toTechTransport } from './toTechChannel.ts'

/** The second factor and the pairing code. @see Wazzup tech API, "Channels" */
export const channelAuth: Route[] = [
  defineRoute({
    endpoint: wazzupTech.sendTwoFactorCode,
    async handle(call) {
      const { two_factor_code: password, transport } = call.body
      const channel = await findChannel({ call, transport })
      if ('status' in channel) return call.refuse(channel)
      return refuseChannelError(call, async () => {
        await enterPassword(call.account.store, { channelId: channel.channelId, password })
        return null
      })
    },
  }),
  defineRoute({
    endpoint: wazzupTech.createPairingCode,
    async handle(call) {
      const { pairing_phone, transport } = call.body
      const channel = await findChannel({ call, transport })
      if ('status' in channel) return call.refuse(channel)
      return refuseChannelError(call, async () => {
        const { channelId } = channel
        const pairing_code = await createPairingCode(call.account.store, { channelId, phone: pairing_phone })
        return [{ pairing_code, pairing_phone }]
      })
    },
  }),
]

async function findChannel({
  call,
  transport,
}: {
  call: Call<unknown>
  transport: string
}): Promise<Channel | Refusal> {
  const channel = await getChannel(call.account.store.database, call.context.req.param('channel_id') ?? '')
  if (!channel) return notFound('Channel')
  const own = toTechTransport(channel.transport)
  return own === transport ? channel : badRequest(`transport: the channel's transport is ${own}, not ${transport}`)
}

async function refuseChannelError(call: Call<unknown, unknown>, work: () => Promise<unknown>): Promise<Response> {
  try {
    return respondData(call, await work())
  } catch (error) {
    if (error instanceof ChannelError) return call.refuse({ status: 400, code: error.code, description: error.message })
    throw error
  }
}
