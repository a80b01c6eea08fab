import { queryOptions } from '@tanstack/react-query'
import type { ChannelState } from '../../../src/store/channelStates.ts'
import type { Transport } from '../../../src/store/transports.ts'
import { callControl } from '../control/callControl.ts'

/** A channel as the control API tells of it. */
export interface ControlChannel {
  channelId: string
  transport: Transport
  /** Its number or name in the messenger. */
  plainId: string
  state: ChannelState
  /** A picture of the code to scan, while there is one. */
  qrImage: string | null
  pairingCode: string | null
}

/** The company's accounts in messengers. */
export const channelsQueryOptions = () =>
  queryOptions({
    queryKey: ['channels'],
    queryFn: async () => (await callControl<{ channels: ControlChannel[] }>('GET /channels')).channels,
  })
