import type { Quirks } from '../../server/quirks/createQuirks.ts'
import type { ChannelState } from '../../store/channelStates.ts'

/** Converts a channel's state. A channel that starts up or imports messages is `init`. */
export function toV3State({ state, quirks }: { state: ChannelState; quirks: Quirks }): string {
  const word = toWord({ state, idle: quirks.isOn('wazzup-v3.qrIdle') })
  return quirks.isOn('wazzup-v3.lowerCaseStates') ? word.toLowerCase() : word
}

function toWord({ state, idle }: { state: ChannelState; idle: boolean }): string {
  if (state === 'qr' && idle) return 'qridle'
  if (state === 'foreignPhone') return 'foreignphone'
  return state === 'sync' || state === 'waitForCode' ? 'init' : state
}
