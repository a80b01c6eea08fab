import type { Channel } from '@crm-chat/protocol'
import type { Channel as VendorChannel, WazzupTech } from '@crm-chat/vendors/wazzup-tech'
import type { BackendChannels } from '../../backend.ts'
import { toChannel } from '../../channels/toChannel.ts'
import type { Connection } from '../createConnection.ts'

/** Channels of the account. */
export function createChannels({ call }: Connection<WazzupTech>): BackendChannels {
  return {
    list: async ({ signal }) => (await call((wazzup) => wazzup.fetchChannels({ signal }))).map(fromVendorChannel),
  }
}

/** Turns a channel of the tech API into one of the contract. A channel that was just made has no status yet. */
export function fromVendorChannel(channel: VendorChannel): Channel {
  const { channel_id: id, transport, status, state, phone, username, messenger_id: messengerId, ...others } = channel
  const { name, reason, tier, tariff } = others
  return toChannel({
    id,
    transport,
    account: phone ?? username ?? messengerId,
    name,
    state: status ?? state ?? 'init',
    reason,
    tier,
    tariff,
  })
}
