import type { Refusal } from '../http/answerError.ts'
import { type Channel, getChannel } from '../store/channels.ts'
import { getMessage } from '../store/messages.ts'
import type { Database } from '../store/openStore.ts'
import type { ChannelState } from './channelStates.ts'
import type { ChatType } from './chatTypes.ts'
import { carriesChats } from './transports.ts'

/** A message that is to be sent, as far as channels and quotes go. */
export interface PlannedMessage {
  channelId: string
  chatType: ChatType
  refMessageId?: string | undefined
}

/** What in the account's data stands against sending, in the words that API V2 and v3 share. */
export async function findSendObstacle(
  database: Database,
  { channelId, chatType, refMessageId }: PlannedMessage,
): Promise<Refusal | undefined> {
  const channel = await getChannel(database, channelId)
  if (!channel) return refuse('CHANNEL_NOT_FOUND', 'The channel to send through was not found in the integration.')
  const obstacle = findWrongMessenger({ channel, chatType }) ?? findWrongState(channel)
  if (obstacle) return obstacle
  if (refMessageId !== undefined && !(await getMessage(database, refMessageId)))
    return refuse(
      'REFERENCE_MESSAGE_NOT_FOUND',
      'The message to quote was not found: refMessageId is no id given here.',
    )
  return undefined
}

/** Instagram's channels have a code of their own for chats of other messengers. */
function findWrongMessenger({ channel, chatType }: { channel: Channel; chatType: ChatType }): Refusal | undefined {
  const { transport } = channel
  if (carriesChats({ transport, chatType })) return undefined
  const code = transport === 'instagram' ? 'MESSAGES_INVALID_CONTACT_TYPE' : 'MESSAGES_ABNORMAL_SEND'
  return refuse(code, `The chat type is ${chatType}, but the channel is of ${transport}.`)
}

function findWrongState({ state }: Channel): Refusal | undefined {
  if (state === 'active' || state === 'sync') return undefined
  if (state === 'notEnoughMoney') return refuse('CHANNEL_NO_MONEY', 'The channel is not paid for.')
  if (switchedOff.includes(state)) return refuse('CHANNEL_BLOCKED', `The channel is off: it is ${state}.`)
  return refuse('MESSAGE_CHANNEL_UNAVAILABLE', `The channel is not available: it is ${state}.`)
}

const switchedOff: ChannelState[] = ['disabled', 'blocked', 'rejected']

function refuse(code: string, description: string): Refusal {
  return { status: 400, code, description }
}
