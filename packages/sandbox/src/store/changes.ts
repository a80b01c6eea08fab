import type { Chat } from './chatTypes.ts'
import type { Channel, Group, Message, MessageDump, Template, Vendor } from './schema.ts'
import { createSubscribers } from './subscribers/createSubscribers.ts'

/** Kinds of changes, with their data. A vendor with data of its own adds kinds to this interface. */
export interface ChangeKinds {
  message: { message: Message }
  status: { chat: Chat; messageIds: string[]; status: 'sent' | 'delivered' | 'read' | 'failed' }
  edited: { message: Message; before: Message; via: 'company' | 'messenger' }
  deleted: { message: Message }
  chats: { chats: Chat[] }
  contacts: object
  users: object
  channel: { event: 'create' | 'status' | 'qr' | 'tier' | 'delete'; channel: Channel }
  group: { event: 'details' | 'members'; channelId: string; group: Group }
  dump: { dump: MessageDump }
  template: { template: Template }
  contactRequested: { request: ContactRequest }
  dealRequested: { request: DealRequest }
  endpoints: object
  settings: object
  customers: object
  reset: object
}

/** A change to the data, published after it was written. */
export type Change = { [Kind in keyof ChangeKinds]: { kind: Kind } & ChangeKinds[Kind] }[keyof ChangeKinds]

/** Reason for a request to the CRM to create something: a message, or a person who pressed the button. */
export type CreationSource = 'auto' | 'byUser'

/** A request to the CRM to create a contact. */
export interface ContactRequest {
  chat: Chat
  name: string
  /** The user to make responsible for the customer, if known. */
  responsibleUserId: string | null
  source: CreationSource
}

/** A request to the CRM to create a deal. */
export interface DealRequest {
  /** The CRM's id of the contact that the deal is with. */
  contactId: string
  responsibleUserId: string | null
  source: CreationSource
  /** The only vendor to send it: the one whose request for the contact was fulfilled. @default all vendors */
  vendor?: Vendor
}

/** Distributes changes to subscribers. */
export interface Changes {
  publish: (change: Change) => void
  /** @returns a function that ends the subscription. */
  subscribe: (listener: (change: Change) => void) => () => void
}

/** Creates the change feed of one store. */
export function createChanges(): Changes {
  const { notify: publish, subscribe } = createSubscribers<[Change]>()
  return { publish, subscribe }
}
