import type { Channel, ChannelList, ChannelRules } from '../channels.ts'
import { fields, listOf, number, optional, type Read, text, toGuard } from './read.ts'

const optionalText = optional(text)

const readRules: Read<ChannelRules> = fields<ChannelRules>({
  messenger: text,
  changes: listOf(text),
  changeableSeconds: number,
  longestText: optional(number),
  replyWindow: optional(fields<NonNullable<ChannelRules['replyWindow']>>({ seconds: number, afterwards: text })),
})

/** Reads a channel. @throws for anything else */
export const readChannel: Read<Channel> = fields<Channel>({
  id: text,
  transport: text,
  chatType: optionalText,
  account: optionalText,
  name: optionalText,
  state: text,
  reason: optionalText,
  tier: optionalText,
  tariff: optionalText,
  rules: optional(readRules),
})

/** Reads the response of `GET /channels/:channelId`, as {@link channelSchema} does; undefined for anything else. */
export const parseChannel: (data: unknown) => Channel | undefined = toGuard(readChannel)

/** Reads the response of `GET /channels`, as {@link channelListSchema} does; undefined for anything else. */
export const parseChannelList: (data: unknown) => ChannelList | undefined = toGuard(
  fields<ChannelList>({ channels: listOf(readChannel) }),
)
