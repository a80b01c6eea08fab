import type { Chat } from './chatTypes.ts'
import { createSubscribers } from './createSubscribers.ts'
import type { Channel, Group, Message, MessageDump, Template } from './schema.ts'
import type { Vendor } from './vendor.ts'

/** Kinds of changes, with their data. A vendor with data of its own adds kinds to this interface. */
export interface ChangeKinds {
  message: { message: Message }
  status: { chat: Chat; messageIds: string[]; status: 'sent' | 'delivered' | 'read' | 'failed' }
  edited: { message: Message; before: Message; via: 'company' | 'messenger' }
  deleted: { message: Message }
  chats: { chats: Chat[] }
  contacts: object
  channel: { event: 'create' | 'status' | 'qr' | 'tier' | 'delete'; channel: Channel }
  group: { event: 'details' | 'members'; channelId: string; group: Group }
  dump: { dump: MessageDump }
  template: { template: Template }
  contactRequested: { wanted: ContactRequest }
  dealRequested: { wanted: DealRequest }
  reset: object
}

/** A change to the data, published after it was written. */
export type Change = { [Kind in keyof ChangeKinds]: { kind: Kind } & ChangeKinds[Kind] }[keyof ChangeKinds]

/**
 * Reason the CRM is asked to create something: automatically with a message, or because a person pressed the button.
 */
export type CreationSource = 'auto' | 'byUser'

/** A contact that the CRM is asked to create. */
export interface ContactRequest {
  chat: Chat
  name: string
  /** The user responsible for the customer from now on, if known. */
  responsibleUserId: string | null
  source: CreationSource
}

/** A deal that the CRM is asked to create. */
export interface DealRequest {
  /** The CRM's id of the contact it is with. */
  contactId: string
  responsibleUserId: string | null
  source: CreationSource
  /** Only this vendor asks: the one whose question for the contact was answered. @default all */
  vendor?: Vendor
}

/** Carries word of changes to whoever shows the data. */
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
