import type { Channel, ChannelList } from '../channels.ts'
import { fields, listOf, optional, text, toGuard } from './read.ts'

const optionalText = optional(text)

/** Reads the response of `GET /channels`, as {@link channelListSchema} does; undefined for anything else. */
export const parseChannelList: (data: unknown) => ChannelList | undefined = toGuard(
  fields<ChannelList>({
    channels: listOf(
      fields<Channel>({
        id: text,
        transport: text,
        chatType: optionalText,
        account: optionalText,
        name: optionalText,
        state: text,
        reason: optionalText,
      }),
    ),
  }),
)
