import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { type ChatLookupQuery, type Messenger, messengers } from '../../api/chat.ts'
import { CompanyField } from '../companies/CompanyField.tsx'
import { FormFooter } from '../items/FormFooter.tsx'
import { textOf } from '../items/textOf.ts'
import { useItemForm } from '../items/useItemForm.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/speech.ts'
import { useAddContactOfChat } from './chatQueries.ts'

/** Props of {@link ContactOfChatDialog}. */
export interface ContactOfChatDialogProps {
  chat: ChatLookupQuery
  /** The stranger's name in the messenger. */
  name: string
  onClose: () => void
}

/** Makes a stranger who wrote a contact, and a deal if it gets a title. The card opens afterwards. */
export function ContactOfChatDialog({ chat, name, onClose }: ContactOfChatDialogProps): ReactNode {
  const words = useWords()
  const chatType = toMessenger(chat.chatType)
  const messenger = chatType ? words.messengers[chatType] : chat.chatType
  return (
    <Dialog title={words.chats.newContact} about={words.chats.newContactAbout(messenger)} onClose={onClose}>
      {(close) => <ContactOfChatForm chat={chat} name={name} onCancel={close} />}
    </Dialog>
  )
}

interface FormProps extends Pick<ContactOfChatDialogProps, 'chat' | 'name'> {
  onCancel: () => void
}

function ContactOfChatForm({ chat: { chatType, chatId }, name, onCancel }: FormProps): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const add = useAddContactOfChat()
  const { form, problems, problem, start, forget } = useItemForm({
    name: `chat ${chatType} ${chatId}`,
    error: add.error,
    async send(data) {
      const messenger = toMessenger(chatType)
      if (!messenger) return
      const fields = { name: textOf(data, 'name'), company: textOf(data, 'company') }
      const dealTitle = textOf(data, 'dealTitle') || undefined
      const { contactId, dealId } = await add.mutateAsync({ chatType: messenger, chatId, ...fields, dealTitle })
      await navigate(dealId ? `/deals/${encodeURIComponent(dealId)}` : `/contacts/${encodeURIComponent(contactId)}`)
    },
  })
  return (
    <form {...form} className="flex flex-col gap-4">
      <TextField
        name="name"
        label={words.fields.name}
        required
        data-autofocus
        defaultValue={start('name', name)}
        problem={problems.name}
      />
      <CompanyField defaultValue={start('company')} problem={problems.company} />
      <TextField
        name="dealTitle"
        label={words.chats.withDeal}
        hint={words.chats.withDealHint}
        defaultValue={start('dealTitle')}
        problem={problems.dealTitle}
      />
      <FormFooter
        action={words.contacts.add}
        problem={problem}
        isBusy={add.isPending}
        onForget={forget}
        onCancel={onCancel}
      />
    </form>
  )
}

function toMessenger(chatType: string): Messenger | undefined {
  return messengers.find((messenger) => messenger === chatType)
}
