import type { ChannelReason, ChannelStatus } from '@crm-chat/vendors/wazzup-tech'
import { getTier } from '../../messengers/channels/changeTier.ts'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import type { ChannelState } from '../../store/channelStates.ts'
import type { Channel } from '../../store/schema.ts'
import type { Transport } from '../../store/transports.ts'

/** Status and reason of a channel, in this API's words. */
export interface TechStatus {
  status: ChannelStatus
  reason: ChannelReason | null
}

const statuses: Record<ChannelState, TechStatus> = {
  active: { status: 'active', reason: null },
  init: { status: 'init', reason: null },
  sync: { status: 'init', reason: 'sync' },
  qr: { status: 'init', reason: 'qr' },
  waitForPassword: { status: 'init', reason: 'wait_for_password' },
  waitForCode: { status: 'init', reason: 'wait_for_code' },
  onModeration: { status: 'init', reason: null },
  qridle: { status: 'disabled', reason: 'qridle' },
  disabled: { status: 'disabled', reason: null },
  phoneUnavailable: { status: 'disabled', reason: null },
  unauthorized: { status: 'disabled', reason: 'unauthorized' },
  openElsewhere: { status: 'disabled', reason: 'openelsewhere' },
  foreignPhone: { status: 'disabled', reason: 'foreignphone' },
  notEnoughMoney: { status: 'disabled', reason: 'not_enough_money' },
  blocked: { status: 'disabled', reason: 'blocked' },
  rejected: { status: 'disabled', reason: 'rejected' },
}

/** Status and reason of a channel, in this API's words. */
export function toTechStatus(state: ChannelState): TechStatus {
  return statuses[state]
}

/** Converts a channel. With a quirk, a missing reason is the text "null", as in the documents' sample. */
export function toTechChannel(quirks: Quirks, channel: Channel) {
  const { channelId, transport, state, plainId, name, url } = channel
  const tier = getTier(channel)
  const { status, reason: known } = toTechStatus(state)
  const reason = known ?? (quirks.isOn('wazzup-tech.nullReason') ? 'null' : null)
  return {
    channel_id: channelId,
    transport: toTechTransport(transport),
    state: status,
    status,
    reason,
    phone: plainId,
    username: plainId,
    messenger_id: plainId,
    tariff: 'max',
    name: name || plainId,
    ...(url && { url }),
    ...(tier && { tier }),
  }
}

/** Converts a transport: API v3's `instagram` is `instAPI` here. */
export function toTechTransport(transport: Transport): string {
  return transport === 'instagram' ? 'instAPI' : transport
}
