import type { Channel, ChannelChange, ChannelList, ChannelResponse, ChannelRules, PairingCode } from '../channels.ts'
import { fields, flag, listOf, number, optional, type Read, text, toGuard } from './read.ts'
import { toAddress } from './toAddress.ts'

const optionalText = optional(text)

const readRules: Read<ChannelRules> = fields<ChannelRules>({
  messenger: text,
  changes: listOf(text),
  changeableSeconds: number,
  longestText: optional(number),
  replyWindow: optional(fields<NonNullable<ChannelRules['replyWindow']>>({ seconds: number, afterwards: text })),
})

const readChannel: Read<Channel> = fields<Channel>({
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

const readPage: Read<string> = (value) => text(toAddress(value))

/** Reads the response of `POST /channels` and `…/reinit`, as {@link channelResponseSchema} does; undefined for anything else. */
export const parseChannelResponse: (data: unknown) => ChannelResponse | undefined = toGuard(
  fields<ChannelResponse>({ channel: readChannel, url: optional(readPage) }),
)

/** Reads the response of `POST …/pairing-code`, as {@link pairingCodeSchema} does; undefined for anything else. */
export const parsePairingCode: (data: unknown) => PairingCode | undefined = toGuard(fields<PairingCode>({ code: text }))

const readImage: Read<string> = (value) => text(String(value).startsWith('data:image/') ? value : undefined)

/** Reads the data of a `channel` event, as {@link channelChangeSchema} does; undefined for anything else. */
export const parseChannelChange: (data: unknown) => ChannelChange | undefined = toGuard(
  fields<ChannelChange>({
    channel: readChannel,
    qr: optional(readImage),
    deleted: optional(flag),
    explanation: optionalText,
  }),
)
