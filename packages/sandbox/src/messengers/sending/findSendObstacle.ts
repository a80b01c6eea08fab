import type { ChatType } from '../../store/chatTypes.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Store } from '../../store/store.ts'
import { findAccountObstacle } from './findAccountObstacle.ts'
import { findChannelObstacle } from './findChannelObstacle.ts'
import { findCustomerObstacle } from './findCustomerObstacle.ts'
import { findFileObstacle } from './findFileObstacle.ts'
import { type Obstacle, toObstacle } from './obstacle.ts'

/** A message that is to be sent. */
export interface PlannedMessage {
  channelId: string
  chatType: ChatType
  chatId: string
  refMessageId?: string | undefined
  templateId?: string | undefined
  /** Link to a file. */
  content?: string | undefined
  /** Follows links into local networks. */
  allowPrivate: boolean
}

/** Finds a reason in the account's data, or in a linked file, to refuse a message, with the code of API V2 and v3. */
export async function findSendObstacle(store: Store, message: PlannedMessage): Promise<Obstacle | undefined> {
  const { channelId, chatType, chatId, templateId, refMessageId, content, allowPrivate } = message
  const removed = await findAccountObstacle(store)
  if (removed) return removed
  const channel = await getChannel(store.database, channelId)
  if (!channel) return toObstacle('CHANNEL_NOT_FOUND', 'The channel to send through was not found in the integration.')
  const chat = { chatType, chatId }
  const obstacle =
    (await findChannelObstacle(store, { channel, chat, isTemplate: templateId !== undefined })) ??
    (await findCustomerObstacle(store, chat))
  if (obstacle) return obstacle
  if (refMessageId !== undefined && !(await getMessage(store.database, refMessageId)))
    return toObstacle(
      'REFERENCE_MESSAGE_NOT_FOUND',
      'The message to quote was not found: refMessageId is no id given here.',
    )
  if (content === undefined) return undefined
  return findFileObstacle(store, { url: content, transport: channel.transport, allowPrivate })
}
