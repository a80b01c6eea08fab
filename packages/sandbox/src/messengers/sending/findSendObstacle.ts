import type { Chat, ChatType } from '../../store/chatTypes.ts'
import { getAccountSettings } from '../../store/entities/accountSettings.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { getStanding } from '../../store/entities/customers.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Store } from '../../store/store.ts'
import { hasWritten, isChat } from './dialogue.ts'
import { findChannelObstacle } from './findChannelObstacle.ts'
import { findFileObstacle } from './findFileObstacle.ts'
import { type Obstacle, toObstacle } from './obstacle.ts'

/** A message that is to be sent. */
interface PlannedMessage {
  channelId: string
  chatType: ChatType
  chatId: string
  refMessageId?: string | undefined
  templateId?: string | undefined
  /** Link to a file. */
  content?: string | undefined
  /** Allows links into local networks. */
  allowPrivate: boolean
}

/** Finds a reason in the account's data, or in a linked file, to refuse a message. The code is that of API V2 and v3. */
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
    return toObstacle('REFERENCE_MESSAGE_NOT_FOUND', 'The message to quote was not found: refMessageId is unknown.')
  if (content === undefined) return undefined
  return findFileObstacle(store, { url: content, transport: channel.transport, allowPrivate })
}

/** Refuses messages of an account that was removed from the integration. */
export async function findAccountObstacle(store: Store): Promise<Obstacle | undefined> {
  const { integration } = await getAccountSettings(store)
  if (integration === 'connected') return undefined
  return toObstacle('ACCOUNT_NOT_FOUND', 'Account not found in integration: it has been removed.')
}

/** Finds a reason not to write to a customer. A missing messenger account is discovered only when the message fails. */
export async function findCustomerObstacle(store: Store, chat: Chat): Promise<Obstacle | undefined> {
  const standing = await getStanding(store, chat)
  if (standing === 'reportedSpam')
    return toObstacle('MESSAGES_IS_SPAM', 'Wazzup rated this message as spam: the customer has reported the company.')
  if (standing === 'accountDeleted')
    return toObstacle('CONTACT_DETAIL_NOT_FOUND', 'No contact information: the customer has deleted the account.')
  if (startedByCustomers.includes(chat.chatType) && !(await isChat(store, chat)))
    return toObstacle('CONTACT_NOT_FOUND', `There is no such chat, and in ${chat.chatType} only customers start chats.`)
  const { tariff } = await getAccountSettings(store)
  if (tariff === 'start' && !(await hasWritten(store, chat)))
    return toObstacle('MESSAGES_NOT_TEXT_FIRST', 'On the "Start" tariff you cannot write first.')
  return undefined
}

/**
 * Chat types in which the company cannot write first: groups, and messengers whose ids are known only from incoming
 * messages.
 */
const startedByCustomers: ChatType[] = ['whatsgroup', 'telegroup', 'maxgroup', 'vk', 'avito']
