import { MessageComposer } from '@crm-chat/react/conversation'
import { MessageSquarePlus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Contact } from '../../api/contact.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/speech.ts'

/** A button that opens a message to a contact, outside of the chat. What is written stays when it is closed. */
export function SendMessageButton({ contact }: { contact: Pick<Contact, 'name' | 'chats' | 'phone'> }): ReactNode {
  const words = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const { name, chats, phone } = contact
  return (
    <>
      <Button onClick={() => setIsOpen(true)} aria-label={words.chats.send} title={words.chats.send}>
        <MessageSquarePlus aria-hidden className="size-4" />
        <span className="max-sm:sr-only">{words.chats.sendShort}</span>
      </Button>
      {isOpen && (
        <Dialog title={words.chats.messageTo(name)} size="large" onClose={() => setIsOpen(false)}>
          <MessageComposer contact={{ name, chats, phones: phone ? [phone] : [] }} />
        </Dialog>
      )}
    </>
  )
}
