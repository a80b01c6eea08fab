import type { Chat } from '../chatTypes.ts'
import { type Message, type MessageKind, messages } from '../schema.ts'
import type { Store } from '../store.ts'
import { insertChat, renameChat } from './chats.ts'
import { publishRead, readChat } from './messageStatuses.ts'

/** Parameters of {@link addIncoming}. */
export interface AddIncomingParameters extends Chat {
  channelId: string
  /** @default a text or a file */
  kind?: MessageKind | undefined
  text?: string | undefined
  /** Link to a file. */
  content?: string | undefined
  /** The message that it quotes. */
  refMessageId?: string | undefined
  /** The customer's name in the messenger. */
  name?: string | undefined
}

/** Adds a customer's message. It also marks the company's earlier messages as read. */
export async function addIncoming(store: Store, parameters: AddIncomingParameters): Promise<Message> {
  const { name, ...fields } = parameters
  const { database, clock, changes } = store
  const row = {
    ...fields,
    messageId: store.ids.next('message'),
    direction: 'incoming' as const,
    status: 'inbound' as const,
    authorName: name,
    sentAt: clock.now(),
  }
  const [, , read, added] = await database.batch([
    insertChat(store, parameters),
    renameChat(store, parameters),
    readChat(database, parameters).returning(),
    database.insert(messages).values(row).returning(),
  ])
  const [message] = added
  if (!message) throw new Error('The store returned no row for a message that it has just inserted.')
  publishRead(store, { chat: parameters, read })
  changes.publish({ kind: 'message', message })
  return message
}
