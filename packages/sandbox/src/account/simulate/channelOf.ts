import type { Chat } from '../../store/chatTypes.ts'
import { getChannel, getChannelOf } from '../../store/entities/channels.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import type { Channel } from '../../store/schema.ts'
import type { Database } from '../../store/store.ts'
import { carriesChats } from '../../store/transports.ts'

/** The company's channel for a chat: the given one, else that of its last message, else the messenger's first that works. @throws {InvalidOptionError} */
export async function channelOf(
  database: Database,
  { channelId, chatType, chatId }: Chat & { channelId?: string | undefined },
): Promise<Channel> {
  const channel =
    channelId === undefined ? await getChannelOf(database, { chatType, chatId }) : await getChannel(database, channelId)
  if (channel && carriesChats({ ...channel, chatType })) return channel
  throw new InvalidOptionError(`The account has no such ${chatType} channel.`)
}
