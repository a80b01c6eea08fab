import type { Channel } from '@crm-chat/protocol'
import type { ChannelTransport } from './channelTransports.ts'

/**
 * Next step of connecting a channel.
 * `choose`: a messenger · `begin`: the user starts it, with credentials where the transport has fields · `starting`: the vendor
 * prepares it · `scan`: a QR code, which is renewed · `password`: the messenger asks for its second factor · `redirect`: go on at
 * the messenger's own page · `frame`: go on in the vendor's window · `importing`, `review`: wait · `done` · `failed`: it does not
 * work, for the channel's reason · `gone`: somebody has deleted it.
 */
export type ConnectStep =
  | 'choose'
  | 'begin'
  | 'starting'
  | 'scan'
  | 'password'
  | 'redirect'
  | 'frame'
  | 'importing'
  | 'review'
  | 'done'
  | 'failed'
  | 'gone'

/** Parameters of {@link toConnectStep}. */
export interface ConnectProgress {
  transport: ChannelTransport | undefined
  /** The channel, once it has been created and read. */
  channel: Channel | undefined
  isGone: boolean
  /** True once the user has started it, here or before the page was loaded again. */
  isStarted: boolean
  /** True while the vendor's window is open. */
  hasFrame: boolean
  hasQr: boolean
}

/** Returns the next step. It is read from the channel's own state, so a page that is loaded again goes on where it was. */
export function toConnectStep(progress: ConnectProgress): ConnectStep {
  const { transport, channel, isGone, isStarted, hasFrame } = progress
  if (!transport) return 'choose'
  if (isGone) return 'gone'
  if (channel?.state === 'active') return 'done'
  if (hasFrame) return 'frame'
  if (transport.way === 'frame') return 'begin' // Its window is to be opened again.
  if (!channel) return isStarted ? 'starting' : 'begin'
  if (channel.state === 'connecting') return toWaitingStep({ ...progress, channel, transport })
  return isStarted ? 'failed' : 'begin'
}

function toWaitingStep({
  transport,
  channel,
  hasQr,
}: Pick<ConnectProgress, 'hasQr'> & { transport: ChannelTransport; channel: Channel }): ConnectStep {
  const own = waiting[channel.reason ?? '']
  if (own) return own
  if (transport.way === 'redirect') return 'redirect'
  return hasQr && transport.way === 'qr' ? 'scan' : 'starting'
}

const waiting: Readonly<Record<string, ConnectStep>> = {
  sync: 'importing',
  onmoderation: 'review',
  waitforpassword: 'password',
  waitforcode: 'password',
}

/** Time after which a step takes longer than it should, in milliseconds: its code has expired, or something is wrong. */
export const stepLimitsMs: Partial<Record<ConnectStep, number>> = {
  starting: 30_000,
  scan: 90_000,
  importing: 120_000,
}
