import type { Note } from './tables.ts'

/** A conversation is handed to a person, taken over by one, or given back to the bot. */
export interface Transfer {
  /** The customer's. */
  phone: string
  change: 'created' | 'assigned' | 'resumed'
  agentId: string | null
}

declare module '../../store/changes.ts' {
  interface ChangeKinds {
    reactions: { messageId: string }
    whatomateContact: { contactId: string }
    transfer: { transfer: Transfer }
    note: { event: 'created' | 'updated' | 'deleted'; note: Note }
  }
}
