import '@crm-chat/react/conversation.css'
import { MessageComposer } from '@crm-chat/react/conversation'
import type { ReactNode } from 'react'
import type { Contact } from '../../api/contact.ts'

/** A message to a contact, in any of their messengers. */
export function ContactMessage({ contact }: { contact: Pick<Contact, 'name' | 'chats' | 'phone'> }): ReactNode {
  const { name, chats, phone } = contact
  return <MessageComposer contact={{ name, chats, phones: phone ? [phone] : [] }} />
}
