import { queryOptions } from '@tanstack/react-query'
import type { ChannelState } from '../../../src/store/channelStates.ts'
import type { Transport } from '../../../src/store/transports.ts'
import { callControl } from '../control/callControl.ts'

/** A channel in the control API. */
export interface ControlChannel {
  channelId: string
  transport: Transport
  /** Its number or name in the messenger. */
  plainId: string
  state: ChannelState
  /** Picture of the QR code to scan, if any. */
  qrImage: string | null
  pairingCode: string | null
}

/** The company's channels. */
export const channelsQueryOptions = () =>
  queryOptions({
    queryKey: ['channels'],
    queryFn: async () => (await callControl<{ channels: ControlChannel[] }>('GET /channels')).channels,
  })
