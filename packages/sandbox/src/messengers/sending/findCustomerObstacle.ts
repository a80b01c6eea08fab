import type { Chat, ChatType } from '../../store/chatTypes.ts'
import { getAccountSettings } from '../../store/entities/accountSettings.ts'
import { getStanding } from '../../store/entities/customers.ts'
import type { Store } from '../../store/store.ts'
import { isChat, wroteIn } from './dialogue.ts'
import { type Obstacle, toObstacle } from './obstacle.ts'

/** Finds why a customer cannot be written to. A missing messenger account is discovered only when the message fails. */
export async function findCustomerObstacle(store: Store, chat: Chat): Promise<Obstacle | undefined> {
  const standing = await getStanding(store, chat)
  if (standing === 'reportedSpam')
    return toObstacle('MESSAGES_IS_SPAM', 'Wazzup rated this message as spam: the customer has reported the company.')
  if (standing === 'accountDeleted')
    return toObstacle('CONTACT_DETAIL_NOT_FOUND', 'No contact information: the customer has deleted the account.')
  if (begunByCustomers.includes(chat.chatType) && !(await isChat(store, chat)))
    return toObstacle('CONTACT_NOT_FOUND', `There is no such chat, and in ${chat.chatType} the customer begins it.`)
  const { tariff } = await getAccountSettings(store)
  if (tariff === 'start' && !(await wroteIn(store, chat)))
    return toObstacle('MESSAGES_NOT_TEXT_FIRST', 'On the "Start" tariff you cannot write first.')
  return undefined
}

/**
 * Chat types in which the company cannot write first: groups, and messengers whose ids are known only from incoming
 * messages.
 */
const begunByCustomers: ChatType[] = ['whatsgroup', 'telegroup', 'maxgroup', 'vk', 'avito']
