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
  /** Name of the draft; that of a contact that exists names its version, too. */
  draftName: string
  action: string
  error: Error | null
  isBusy: boolean
  onCancel: () => void
  onSend: (contact: NewContact) => Promise<unknown>
}

/** The fields of a contact. The server validates them; its messages appear below the fields. */
export function ContactForm(props: ContactFormProps): ReactNode {
  const { start: first, draftName, action, error, isBusy, onCancel, onSend } = props
  const words = useWords()
  const me = useUser()
  const { form, problems, problem, draft, start, forget } = useItemForm({
    name: draftName,
    error,
    send: (data) => onSend(readContact(data)),
  })
  const phone = first.phone && /^\d+$/.test(first.phone) ? formatPhone(first.phone) : first.phone
  return (
    <form {...form} className="flex flex-col gap-4">
      <TextField
        name="name"
        label={words.fields.name}
        required
        data-autofocus
        defaultValue={start('name', first.name)}
        problem={problems.name}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="position"
          label={words.fields.position}
          defaultValue={start('position', first.position)}
          problem={problems.position}
        />
        <CompanyField defaultValue={start('company', first.company)} problem={problems.company} />
        <TextField
          name="phone"
          type="tel"
          dir="ltr"
          label={words.fields.phone}
          hint={words.contacts.phoneHint}
          defaultValue={start('phone', phone)}
          problem={problems.phone}
        />
        <TextField
          name="email"
          type="email"
          dir="ltr"
          label={words.fields.email}
          defaultValue={start('email', first.email)}
          problem={problems.email}
        />
      </div>
      <ChatFields start={draft ? readChats(draft) : (first.chats ?? [])} problems={problems} />
      {me && mayChangeOwner(me.role) && (
        <OwnerField
          defaultValue={start('responsibleUserId', first.responsibleUserId ?? me.id)}
          problem={problems.responsibleUserId}
        />
      )}
      <FormFooter action={action} problem={problem} isBusy={isBusy} onForget={forget} onCancel={onCancel} />
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
