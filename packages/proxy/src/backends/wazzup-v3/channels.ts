import type { WazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import type { BackendChannels } from '../../backend.ts'
import { toChannel } from '../../channels/toChannel.ts'
import type { Connection } from '../createConnection.ts'

/** Channels of the account. */
export function createChannels({ call }: Connection<WazzupV3>): BackendChannels {
  return {
    async list({ signal }) {
      const channels = await call((wazzup) => wazzup.fetchChannels({ signal }))
      return channels.map(({ channelId, plainId, ...channel }) =>
        toChannel({ ...channel, id: channelId, account: plainId }),
      )
    },
  }
}
