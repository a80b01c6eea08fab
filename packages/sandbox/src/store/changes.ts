import type { WantedContact, WantedDeal } from '../messengers/crmRequests/creation.ts'
import type { MessageDump } from '../messengers/dumps/messageDumps.ts'
import type { Channel } from './entities/channels.ts'
import type { Chat } from './entities/chats.ts'
import type { Group } from './entities/groups.ts'
import type { Message } from './entities/messages.ts'
import type { Template } from './entities/templates.ts'
import type { Note } from './tables/whatomate.ts'

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
