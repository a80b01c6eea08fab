import type { ReactNode } from 'react'
import { DealDialog } from '../deals/DealDialog.tsx'
import { ContactOfChatDialog } from './ContactOfChatDialog.tsx'
import type { EntityRequest } from './useEntities.ts'

/** The form of what was asked for in the vendor's page, filled in from the chat. */
export function ChatDialogs({ request, onClose }: { request: EntityRequest | null; onClose: () => void }): ReactNode {
  if (request?.type === 'contact') {
    return <ContactOfChatDialog chat={request.chat} name={request.name} onClose={onClose} />
  }
  if (request?.type === 'deal') {
    const { contactId, contact } = request
    return <DealDialog start={{ contactId, contact }} onClose={onClose} />
  }
  return null
}
