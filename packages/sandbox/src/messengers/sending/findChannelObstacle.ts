import type { ChannelState } from '../../store/channelStates.ts'
import type { Chat } from '../../store/chatTypes.ts'
import { getAccountSettings } from '../../store/entities/accountSettings.ts'
import type { Channel } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { carriesChats } from '../../store/transports.ts'
import { getTier } from '../channels/changeTier.ts'
import { type Obstacle, toObstacle } from './obstacle.ts'

/** A planned use of a channel. */
interface ChannelUse {
  channel: Channel
  chat: Chat
  isTemplate: boolean
}

/** Finds why a channel cannot send: wrong messenger, not working, not paid for, or at its limit. */
export async function findChannelObstacle(store: Store, use: ChannelUse): Promise<Obstacle | undefined> {
  return findWrongMessenger(use) ?? findWrongState(use.channel) ?? (await findWabaObstacle(store, use))
}

/** Instagram's channels have a code of their own for chats of other messengers. */
function findWrongMessenger({ channel: { transport }, chat: { chatType } }: ChannelUse): Obstacle | undefined {
  if (carriesChats({ transport, chatType })) return undefined
  const code = transport === 'instagram' ? 'MESSAGES_INVALID_CONTACT_TYPE' : 'MESSAGES_ABNORMAL_SEND'
  return toObstacle(code, `The chat type is ${chatType}, but the channel is of ${transport}.`)
}

function findWrongState({ state, transport }: Channel): Obstacle | undefined {
  if (state === 'active' || state === 'sync') return undefined
  if (state === 'notEnoughMoney') return toObstacle('CHANNEL_NO_MONEY', 'The channel is not paid for.')
  if (state === 'rejected' && transport === 'wapi')
    return toObstacle('CHANNEL_WAPI_REJECTED', 'The WABA channel was rejected.')
  if (switchedOff.includes(state)) return toObstacle('CHANNEL_BLOCKED', `The channel is off: it is ${state}.`)
  return toObstacle('MESSAGE_CHANNEL_UNAVAILABLE', `The channel is not available: it is ${state}.`)
}

const switchedOff: ChannelState[] = ['disabled', 'blocked', 'rejected']

/** WABA is charged per message, and Meta limits the number of customers that a channel writes to first in a day. */
async function findWabaObstacle(
  store: Store,
  { channel, chat, isTemplate }: ChannelUse,
): Promise<Obstacle | undefined> {
  if (channel.transport !== 'wapi') return undefined
  const { balance } = await getAccountSettings(store)
  if (balance === 'empty')
    return toObstacle('BALANCE_IS_EMPTY', 'The balance is empty: nothing goes out through WABA until it is topped up.')
  const tier = getTier(channel)
  const maxStarted = tier ? tierLimits[tier] : Number.POSITIVE_INFINITY
  if (!isTemplate || maxStarted === Number.POSITIVE_INFINITY) return undefined
  const started = await countStarted(store, { channel, chat, since: store.clock.now() - dayMs })
  if (started < maxStarted) return undefined
  return toObstacle(
    'CHANNEL_LIMIT_EXCEEDED',
    `A channel of ${tier} writes first to ${maxStarted} customers in 24 hours.`,
  )
}

/** Number of customers that a channel may write to first within 24 hours. */
const tierLimits = {
  TIER_0: 0,
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
}

/** 24 hours. */
const dayMs = 24 * 60 * 60 * 1000

/** Counts the customers other than this one to whom a channel has sent templates since a time. */
async function countStarted(
  { connection }: Store,
  { channel, chat, since }: { channel: Channel; chat: Chat; since: number },
): Promise<number> {
  const row = connection.readOne({
    sql: `SELECT count(DISTINCT chat_id) FROM messages
      WHERE channel_id = ? AND chat_id <> ? AND template_id IS NOT NULL AND sent_at > ?`,
    values: [channel.channelId, chat.chatId, since],
  })
  return Number(row?.[0])
}
