import type { Note } from '../vendors/whatomate/tables.ts'
import type { Chat } from './chatTypes.ts'
import type { Channel, Group, Message, MessageDump, Template } from './schema.ts'
import type { Vendor } from './vendor.ts'

/** What happened to the data, told after it was written. */
export type Change =
  | { kind: 'message'; message: Message }
  | { kind: 'status'; chat: Chat; messageIds: string[]; status: 'sent' | 'delivered' | 'read' | 'failed' }
  | { kind: 'edited'; message: Message; before: Message; via: 'company' | 'messenger' }
  | { kind: 'deleted'; message: Message }
  | { kind: 'chats'; chats: Chat[] }
  | { kind: 'contacts' }
  | { kind: 'channel'; event: 'create' | 'status' | 'qr' | 'tier' | 'delete'; channel: Channel }
  | { kind: 'group'; event: 'details' | 'members'; channelId: string; group: Group }
  | { kind: 'dump'; dump: MessageDump }
  | { kind: 'template'; template: Template }
  | { kind: 'reactions'; messageId: string }
  | { kind: 'whatomateContact'; contactId: string }
  | { kind: 'transfer'; transfer: Transfer }
  | { kind: 'note'; event: 'created' | 'updated' | 'deleted'; note: Note }
  | { kind: 'contactWanted'; wanted: WantedContact }
  | { kind: 'dealWanted'; wanted: WantedDeal }
  | { kind: 'reset' }

/** Why the CRM is asked to create something: by itself with a message, or since a person pressed the button. */
export type CreationSource = 'auto' | 'byUser'

/** A contact that the CRM is asked to create. */
export interface WantedContact {
  chat: Chat
  name: string
  /** Who answers for the customer from now on, if that is known. */
  responsibleUserId: string | null
  source: CreationSource
}

/** A deal that the CRM is asked to create. */
export interface WantedDeal {
  /** The CRM's id of the contact it is with. */
  contactId: string
  responsibleUserId: string | null
  source: CreationSource
  /** Only this vendor asks: the one whose question for the contact was answered. @default all */
  vendor?: Vendor
}

/** A conversation of Whatomate is to be taken over by a person, is taken over, or goes back to the bot. */
export interface Transfer {
  /** The customer's. */
  phone: string
  change: 'created' | 'assigned' | 'resumed'
  agentId: string | null
}

/** Carries word of changes to whoever shows the data. */
export interface Changes {
  publish: (change: Change) => void
  /** @returns a function that ends the subscription. */
  subscribe: (listener: (change: Change) => void) => () => void
}

/** Creates the carrier of one store. */
export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>()
  return {
    publish(change) {
      for (const listener of listeners) listener(change)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
