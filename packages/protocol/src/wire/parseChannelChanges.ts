import type { ChannelChange, ChannelResponse, PairingCode } from '../channels.ts'
import { readChannel } from './parseChannels.ts'
import { fields, flag, optional, type Read, text, toGuard } from './read.ts'
import { toAddress } from './toAddress.ts'

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
    explanation: optional(text),
  }),
)
