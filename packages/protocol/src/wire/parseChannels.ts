import type { Channel, ChannelList } from '../channels.ts'
import { pickTexts } from './pickTexts.ts'

/** Reads the response of `GET /channels/:channelId`, as {@link channelSchema} does; undefined for anything else. */
export function parseChannel(data: unknown): Channel | undefined {
  return pickTexts<Channel>({
    data,
    required: ['id', 'transport', 'state'],
    optional: ['chatType', 'account', 'name', 'reason'],
  })
}

/** Reads the response of `GET /channels`, as {@link channelListSchema} does; undefined for anything else. */
export function parseChannelList(data: unknown): ChannelList | undefined {
  const { channels } = Object(data)
  if (!Array.isArray(channels)) return
  const known = channels.map(parseChannel)
  return known.every((channel) => channel !== undefined) ? { channels: known } : undefined
}
