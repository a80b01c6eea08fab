import { MessageComposer } from '@crm-chat/react/conversation'
import { MessageSquarePlus, X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Contact } from '../../api/oldContact.ts'
import { Button } from '../ui/Button.tsx'

/** A button that opens a message to a contact, outside of the chat. */
export function SendMessageButton({ contact }: { contact: Contact }): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <MessageSquarePlus aria-hidden className="size-4" />
        Send a message
      </Button>
      {isOpen && <SendMessageDialog contact={contact} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** The message, in a dialog. What is written stays when it is closed. */
function SendMessageDialog({ contact, onClose }: { contact: Contact; onClose: () => void }): ReactNode {
  const { name, chats, phone } = contact
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(42rem,calc(100vw-2rem))] rounded-2xl border border-line bg-raised p-6 text-ink shadow-float backdrop:bg-black/40"
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={titleId} className="text-lg font-semibold tracking-tight">
          {`Message to ${name}`}
        </h2>
        <button
          type="button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
          className="-me-1.5 grid size-8 place-items-center rounded-lg text-soft transition hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <MessageComposer contact={{ name, chats, phones: phone ? [phone] : [] }} />
    </dialog>
  )
}
