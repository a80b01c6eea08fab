import type { Vendor } from '../../server/routes/route.ts'
import type { Chat } from '../../store/entities/chats.ts'

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
