import type { Channel, ChannelChange, ChannelList, ChannelResponse, PairingCode } from '../channels.ts'
import { pickTexts } from './pickTexts.ts'
import { toAddress } from './toAddress.ts'

/** Reads the response of `GET /channels/:channelId`, as {@link channelSchema} does; undefined for anything else. */
export function parseChannel(data: unknown): Channel | undefined {
  return pickTexts<Channel>({
    data,
    required: ['id', 'transport', 'state'],
    optional: ['chatType', 'account', 'name', 'reason', 'tier', 'tariff'],
  })
}

/** Reads the response of `GET /channels`, as {@link channelListSchema} does; undefined for anything else. */
export function parseChannelList(data: unknown): ChannelList | undefined {
  const { channels } = Object(data)
  if (!Array.isArray(channels)) return
  const known = channels.map(parseChannel)
  return known.every((channel) => channel !== undefined) ? { channels: known } : undefined
}

/** Reads the response of `POST /channels` and `…/reinit`, as {@link channelResponseSchema} does; undefined for anything else. */
export function parseChannelResponse(data: unknown): ChannelResponse | undefined {
  const { channel: given, url: page } = Object(data)
  const channel = parseChannel(given)
  const url = toAddress(page)
  if (!channel || (page !== undefined && url === undefined)) return
  return { channel, ...(url !== undefined && { url }) }
}

/** Reads the response of `POST …/pairing-code`, as {@link pairingCodeSchema} does; undefined for anything else. */
export function parsePairingCode(data: unknown): PairingCode | undefined {
  return pickTexts<PairingCode>({ data, required: ['code'], optional: [] })
}

/** Reads the data of a `channel` event, as {@link channelChangeSchema} does; undefined for anything else. */
export function parseChannelChange(data: unknown): ChannelChange | undefined {
  const { channel: given, deleted } = Object(data)
  const channel = parseChannel(given)
  const texts = pickTexts<Pick<ChannelChange, 'qr' | 'explanation'>>({
    data,
    required: [],
    optional: ['qr', 'explanation'],
  })
  if (!channel || !texts || (deleted !== undefined && typeof deleted !== 'boolean')) return
  if (texts.qr !== undefined && !texts.qr.startsWith('data:image/')) return
  return { channel, ...texts, ...(deleted !== undefined && { deleted }) }
}
