import type { WazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import type { BackendChannels } from '../../backend.ts'
import { toChannel } from '../../channels/toChannel.ts'
import type { Connection } from '../createConnection.ts'

/** Channels that the account's settings give to this integration. */
export function createChannels({ call }: Connection<WazzupV2>): BackendChannels {
  return {
    async list({ signal }) {
      const channels = await call((wazzup) => wazzup.fetchChannels({ signal }))
      return channels.map(({ channelId, plainId, ...channel }) =>
        toChannel({ ...channel, id: channelId, account: plainId }),
      )
    },
  }
}
