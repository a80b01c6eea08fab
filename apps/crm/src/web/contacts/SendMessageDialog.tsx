import { MessageSquarePlus } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Contact } from '../../api/contact.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'

const ContactMessage = lazy(async () => ({ default: (await import('./ContactMessage.tsx')).ContactMessage }))

/** A button that opens a message to a contact, outside of the chat. What is written stays when it is closed. */
export function SendMessageButton({ contact }: { contact: Pick<Contact, 'name' | 'chats' | 'phone'> }): ReactNode {
  const words = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)} aria-label={words.chats.send} title={words.chats.send}>
        <MessageSquarePlus aria-hidden className="size-4" />
        <span className="max-sm:sr-only">{words.chats.sendShort}</span>
      </Button>
      {isOpen && (
        <Dialog title={words.chats.messageTo(contact.name)} size="large" onClose={() => setIsOpen(false)}>
          <Suspense fallback={<Skeleton className="h-16" count={3} label={words.loading} />}>
            <ContactMessage contact={contact} />
          </Suspense>
        </Dialog>
      )}
    </>
  )
}
