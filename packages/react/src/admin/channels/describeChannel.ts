import {
  type AdminWords,
  type ChannelTransportName,
  findTransport,
  type ReasonWords,
  toChannelReason,
  toTierLimit,
} from '@crm-chat/core/admin'
import type { Channel } from '@crm-chat/protocol'
import { fill } from '../format.ts'

/** Name of a transport; one that nobody knows keeps the vendor's word. */
export function nameTransport(transport: string, { transports }: Pick<AdminWords, 'transports'>): string {
  const known = findTransport(transport)
  if (!known) return transport
  const own: Partial<Record<ChannelTransportName, string>> = transports
  return own[known.name] ?? known.messenger
}

/** Name of a channel for its heading: its own, its account, or its messenger. */
export function nameChannel({ name, account, transport }: Channel, words: Pick<AdminWords, 'transports'>): string {
  return name || account || nameTransport(transport, words)
}

/** Name of a channel that tells it from others, e.g. `WhatsApp Shop`. */
export function nameInFull(channel: Channel, words: Pick<AdminWords, 'transports'>): string {
  const transport = nameTransport(channel.transport, words)
  const own = nameChannel(channel, words)
  return own === transport ? own : `${transport} ${own}`
}

/** Explains why a channel does not work, and what to do; undefined for one that works. */
export function explainChannel(channel: Channel, words: AdminWords): ReasonWords | undefined {
  if (channel.state === 'active') return undefined
  const reason = toChannelReason(channel)
  if (reason) return words.channelReasons[reason]
  const { what, todo } = words.channelUnknownReason
  return { what: fill(what, { reason: channel.reason ?? channel.state }), todo }
}

/** Explains the tier of a WABA channel; a word that nobody knows is shown as it is. */
export function describeTier(tier: string, words: AdminWords): string {
  const limit = toTierLimit(tier)
  if (limit === undefined) return tier
  if (limit === 0) return words.channelTierNone
  if (limit === Number.POSITIVE_INFINITY) return words.channelTierUnlimited
  return fill(words.channelTier, { count: new Intl.NumberFormat(words.lang).format(limit) })
}
