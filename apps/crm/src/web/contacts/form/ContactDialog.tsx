import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Contact } from '../../../api/contact.ts'
import { useCreateItem, useEditItem } from '../../items/saveItem.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useWords } from '../../words/speech.ts'
import { contactQueries } from '../contactQueries.ts'
import { ContactForm } from './ContactForm.tsx'

/** Props of {@link ContactDialog}. */
export interface ContactDialogProps {
  /** Name and other fields to begin with, e.g. those of somebody who wrote. */
  start?: Partial<Pick<Contact, 'name' | 'phone' | 'chats' | 'company'>>
  onClose: () => void
}

/** The form for a new contact, in a dialog. Its card opens afterwards. */
export function ContactDialog({ start = {}, onClose }: ContactDialogProps): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const create = useCreateItem(contactQueries)
  return (
    <Dialog title={words.contacts.new} about={words.contacts.newAbout} onClose={onClose}>
      {(close) => (
        <ContactForm
          start={start}
          draftName="contact"
          action={words.contacts.add}
          error={create.error}
          isBusy={create.isPending}
          onCancel={close}
          onSend={async (contact) => {
            const { id } = await create.mutateAsync(contact)
            await navigate(`/contacts/${encodeURIComponent(id)}`)
          }}
        />
      )}
    </Dialog>
  )
}

/** The form of a contact that exists, in a dialog. */
export function EditContactDialog({ contact, onClose }: { contact: Contact; onClose: () => void }): ReactNode {
  const words = useWords()
  const change = useEditItem(contactQueries, contact)
  return (
    <Dialog title={words.contacts.edit} onClose={onClose}>
      {(close) => (
        <ContactForm
          start={contact}
          draftName={`contact ${contact.id} ${contact.version}`}
          action={words.save}
          error={change.error}
          isBusy={change.isPending}
          onCancel={close}
          onSend={async (fields) => {
            await change.mutateAsync(fields)
            close()
            showToast({ text: words.saved })
          }}
        />
      )}
    </Dialog>
  )
}
