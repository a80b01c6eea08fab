import { type WabaTier, wabaTiers } from '@crm-chat/vendors/wazzup-tech'
import * as z from 'zod'
import { changeTier } from '../../messengers/channels/changeTier.ts'
import type { Chat } from '../../store/chatTypes.ts'
import { getChannel, getChannelOf } from '../../store/entities/channels.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import type { Channel } from '../../store/schema.ts'
import type { Database } from '../../store/store.ts'
import { carriesChats } from '../../store/transports.ts'
import type { Simulation } from './simulation.ts'

/**
 * Chooses the company's channel for a chat: the given one, else that of its last message, else the messenger's first active
 * one.
 * @throws {InvalidOptionError}
 */
export async function chooseChannel(
  database: Database,
  { channelId, chatType, chatId }: Chat & { channelId?: string | undefined },
): Promise<Channel> {
  const channel =
    channelId === undefined ? await getChannelOf(database, { chatType, chatId }) : await getChannel(database, channelId)
  if (channel && carriesChats({ ...channel, chatType })) return channel
  throw new InvalidOptionError(`The account has no such ${chatType} channel.`)
}

const schema = z.object({ channelId: z.string().min(1).max(100), tier: z.enum(wabaTiers) })

/** A WABA channel's new limit of conversations it may start. */
export type SimulatedTier = z.input<typeof schema>

/** Meta moves a WABA channel to another tier. */
export const tier: Simulation<typeof schema, { channelId: string; tier: WabaTier }> = {
  schema,
  async run({ store }, change) {
    if (await changeTier(store, change)) return change
    throw new InvalidOptionError('The account has no such WABA channel: a tier is for the transport wapi only.')
  },
}
