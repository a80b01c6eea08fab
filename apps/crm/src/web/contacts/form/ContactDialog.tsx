import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Contact } from '../../../api/contact.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useWords } from '../../words/speech.ts'
import { useChangeContact, useCreateContact } from '../contactQueries.ts'
import { ContactForm } from './ContactForm.tsx'
import { useContactDraft } from './useContactDraft.ts'

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
  const create = useCreateContact()
  const { draft, keep } = useContactDraft()
  return (
    <Dialog title={words.contacts.new} about={words.contacts.newAbout} onClose={onClose}>
      {(close) => (
        <ContactForm
          start={{ ...start, ...draft }}
          onDraft={keep}
          action={words.contacts.add}
          error={create.error}
          isBusy={create.isPending}
          onCancel={() => {
            keep(null)
            close()
          }}
          onSend={(contact, onError) =>
            create.mutate(contact, {
              onError,
              onSuccess: ({ contact: { id } }) => {
                keep(null)
                void navigate(`/contacts/${encodeURIComponent(id)}`)
              },
            })
          }
        />
      )}
    </Dialog>
  )
}

/** The form of a contact that exists, in a dialog. */
export function EditContactDialog({ contact, onClose }: { contact: Contact; onClose: () => void }): ReactNode {
  const words = useWords()
  const change = useChangeContact(contact)
  return (
    <Dialog title={words.contacts.edit} onClose={onClose}>
      {(close) => (
        <ContactForm
          start={contact}
          action={words.save}
          error={change.error}
          isBusy={change.isPending}
          onCancel={close}
          onSend={(fields, onError) =>
            change.mutate(fields, {
              onError,
              onSuccess: () => {
                close()
                showToast({ text: words.saved })
              },
            })
          }
        />
      )}
    </Dialog>
  )
}
