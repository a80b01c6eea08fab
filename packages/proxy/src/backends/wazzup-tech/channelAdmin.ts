import type { ChannelResponse } from '@crm-chat/protocol'
import type {
  ChannelConnection,
  ChannelsLinkParameters,
  TwoFactorParameters,
  Channel as VendorChannel,
  WazzupTech,
} from '@crm-chat/vendors/wazzup-tech'
import type { BackendChannelAdmin } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { describeFields } from '../describeFields.ts'
import { fromVendorChannel } from './channels.ts'

const describe = describeFields([
  ['two_factor_code', 'code'],
  ['pairing_phone', 'phone'],
  ['options.transport', 'transport'],
  ['options.channel_id', 'channelId'],
  ['channel_id', 'channelId'],
])

/** Connecting and deleting channels. What the messenger asks for next, such as a QR code, comes by webhook. */
export function createChannelAdmin({ call }: Connection<WazzupTech>): BackendChannelAdmin {
  const toResponse = (channel: VendorChannel): ChannelResponse => ({
    channel: fromVendorChannel(channel),
    ...defined({ url: channel.url }), // WABA goes on at Meta's partner.
  })
  return {
    async create({ transport, credentials = {} }) {
      const connection = { transport, credentials } as ChannelConnection // The client takes the transport's own credentials only.
      return toResponse(await call((wazzup) => wazzup.createChannel(connection), describe))
    },
    async link({ transport, channelId }) {
      const parameters = defined({ transport, channel_id: channelId }) as ChannelsLinkParameters // The client takes its own transports only.
      return call((wazzup) => wazzup.createChannelsLink(parameters), describe)
    },
    async verify({ channelId, code }) {
      await call(async (wazzup) => {
        const { transport } = await wazzup.fetchChannel({ channel_id: channelId })
        const parameters = { channel_id: channelId, two_factor_code: code, transport } as TwoFactorParameters // As the vendor names it.
        await wazzup.sendTwoFactorCode(parameters)
      }, describe)
    },
    async reinit({ channelId, credentials = {} }) {
      const channel = await call(async (wazzup) => {
        const { transport } = await wazzup.fetchChannel({ channel_id: channelId })
        const connection = { transport, credentials } as ChannelConnection // As the vendor names it.
        return wazzup.reinitChannel({ channel_id: channelId, ...connection })
      }, describe)
      return toResponse(channel)
    },
    async pair({ channelId, phone }) {
      const parameters = { channel_id: channelId, pairing_phone: phone }
      const { pairing_code: code } = await call((wazzup) => wazzup.createPairingCode(parameters), describe)
      return { code }
    },
    delete: ({ channelId, chats }) =>
      call((wazzup) => wazzup.deleteChannel({ channel_id: channelId, delete_chats: chats === 'delete' }), describe),
  }
}
