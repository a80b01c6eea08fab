import type { Channel } from '@crm-chat/protocol'

/** Next step for a channel that does not work: none, the one it waits for, or all of them again. */
export type ChannelRemedy = 'none' | 'continue' | 'again'

/** Reasons for the state of a channel that any vendor documents, each with what a person can do here. */
export const channelRemedies = {
  init: 'continue',
  sync: 'none',
  qr: 'continue',
  waitforpassword: 'continue',
  waitforcode: 'continue',
  onmoderation: 'none',
  qridle: 'again',
  disabled: 'again',
  phoneunavailable: 'again',
  unauthorized: 'again',
  openelsewhere: 'again',
  foreignphone: 'again',
  notenoughmoney: 'none',
  blocked: 'again',
  rejected: 'again',
} as const satisfies Record<string, ChannelRemedy>

/** A documented reason, in the spelling of {@link Channel.reason}. */
export type ChannelReason = keyof typeof channelRemedies

/** Returns the reason of a channel where it is documented. */
export function toChannelReason({ reason }: Pick<Channel, 'reason'>): ChannelReason | undefined {
  return reason !== undefined && Object.hasOwn(channelRemedies, reason) ? (reason as ChannelReason) : undefined // It is a key.
}

/** Returns the next step for a channel. One with an unknown reason may be tried again. */
export function toRemedy(channel: Channel): ChannelRemedy {
  if (channel.state === 'active') return 'none'
  const reason = toChannelReason(channel)
  return reason ? channelRemedies[reason] : 'again'
}

/** Conversations that a WABA channel may begin in 24 hours, by the vendor's word; undefined for an unknown one. */
export function toTierLimit(tier: string): number | undefined {
  const [, word = '', thousands] = /^TIER_(\d+|UNLIMITED)(K?)$/i.exec(tier) ?? []
  if (word === '') return undefined
  return word.toUpperCase() === 'UNLIMITED' ? Number.POSITIVE_INFINITY : Number(word) * (thousands ? 1000 : 1)
}
