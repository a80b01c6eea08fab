import { ChevronLeft, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Contact } from '../../../api/contact.ts'
import { useDeleteItems } from '../../items/itemMutations.ts'
import { WaitingPill } from '../../items/WaitingPill.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useWords } from '../../words/speech.ts'
import { EditContactDialog } from '../form/ContactDialog.tsx'
import { SendMessageButton } from '../SendMessageDialog.tsx'

/** The contact's name, who waits, and what can be done with the contact. */
export function ContactHeading({ contact, canEdit }: { contact: Contact; canEdit: boolean }): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const deleteContacts = useDeleteItems('contacts')
  const [isEditing, setIsEditing] = useState(false)
  const { id, name, position, company, waitingSince } = contact
  const items = [
    { label: words.edit, icon: Pencil, onSelect: () => setIsEditing(true) },
    {
      label: words.delete,
      icon: Trash2,
      isDanger: true,
      onSelect: () => {
        deleteContacts.mutate([id])
        void navigate('/contacts')
      },
    },
  ]
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
      <Link
        to="/contacts"
        aria-label={words.notFound.link}
        title={words.notFound.link}
        className="-ms-2 grid size-8 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      >
        <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      </Link>
      <Avatar name={name} size="large" />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-base font-semibold tracking-tight">
          <bdi>{name}</bdi>
        </h1>
        <p className="flex min-w-0 items-center gap-2 text-[0.8125rem] text-soft">
          {waitingSince !== null && <WaitingPill since={waitingSince} />}
          <bdi className="truncate">{words.listOf([position, company].filter(Boolean))}</bdi>
        </p>
      </div>
      {canEdit && (
        <div className="flex items-center gap-1">
          <SendMessageButton contact={contact} />
          <Menu items={items}>{(trigger) => <IconButton {...trigger} icon={Ellipsis} label={words.more} />}</Menu>
        </div>
      )}
      {isEditing && <EditContactDialog contact={contact} onClose={() => setIsEditing(false)} />}
    </div>
  )
}
