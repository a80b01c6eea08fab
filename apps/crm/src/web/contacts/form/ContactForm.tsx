import type { ReactNode } from 'react'
import type { Contact, NewContact } from '../../../api/contact.ts'
import { mayChangeOwner } from '../../../api/role.ts'
import { CompanyField } from '../../companies/CompanyField.tsx'
import { FormFooter } from '../../items/FormFooter.tsx'
import { OwnerField } from '../../items/OwnerSelect.tsx'
import { textOf } from '../../items/textOf.ts'
import { useItemForm } from '../../items/useItemForm.ts'
import { useUser } from '../../session/users.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/speech.ts'
import { formatPhone } from '../formatPhone.ts'
import { ChatFields, readChats } from './ChatFields.tsx'

/** Props of {@link ContactForm}. */
export interface ContactFormProps {
  start: { [Field in keyof Contact]?: Contact[Field] | undefined }
  action: string
  error: Error | null
  isBusy: boolean
  /** Gets what is written so far. */
  onDraft?: (contact: NewContact) => void
  onCancel: () => void
  onSend: (contact: NewContact, onError: () => void) => void
}

/** The fields of a contact. The server validates them; its messages appear below the fields. */
export function ContactForm({ start, action, error, isBusy, onDraft, onCancel, onSend }: ContactFormProps): ReactNode {
  const words = useWords()
  const me = useUser()
  const { problems, problem, onSubmit } = useItemForm({ error, send: (data, fail) => onSend(readContact(data), fail) })
  return (
    <form
      onSubmit={onSubmit}
      onInput={(event) => onDraft?.(readContact(new FormData(event.currentTarget)))}
      noValidate
      autoComplete="off"
      className="flex flex-col gap-4"
    >
      <TextField
        name="name"
        label={words.fields.name}
        required
        data-autofocus
        defaultValue={start.name}
        problem={problems.name}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="position"
          label={words.fields.position}
          defaultValue={start.position}
          problem={problems.position}
        />
        <CompanyField defaultValue={start.company ?? ''} problem={problems.company} />
        <TextField
          name="phone"
          type="tel"
          dir="ltr"
          label={words.fields.phone}
          hint={words.contacts.phoneHint}
          defaultValue={start.phone && /^\d+$/.test(start.phone) ? formatPhone(start.phone) : start.phone}
          problem={problems.phone}
        />
        <TextField
          name="email"
          type="email"
          dir="ltr"
          label={words.fields.email}
          defaultValue={start.email}
          problem={problems.email}
        />
      </div>
      <ChatFields start={start.chats ?? []} problems={problems} />
      {me && mayChangeOwner(me.role) && (
        <OwnerField defaultValue={start.responsibleUserId ?? me.id} problem={problems.responsibleUserId} />
      )}
      <FormFooter action={action} problem={problem} isBusy={isBusy} onCancel={onCancel} />
    </form>
  )
}

/** Reads a contact from the form. Without any chat, the server adds one for the phone number. */
function readContact(data: FormData): NewContact {
  const chats = readChats(data)
  const responsibleUserId = textOf(data, 'responsibleUserId')
  return {
    name: textOf(data, 'name'),
    position: textOf(data, 'position'),
    company: textOf(data, 'company'),
    email: textOf(data, 'email'),
    phone: textOf(data, 'phone'),
    ...(chats.length > 0 && { chats }),
    ...(responsibleUserId && { responsibleUserId }),
  }
}
