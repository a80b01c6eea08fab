import { Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Contact } from '../../../api/contact.ts'
import { CardHeading } from '../../items/CardHeading.tsx'
import { WaitingPill } from '../../items/WaitingPill.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { useWords } from '../../words/speech.ts'
import { EditContactDialog } from '../form/ContactDialog.tsx'
import { SendMessageButton } from '../SendMessageDialog.tsx'

/** The contact's name, who waits, and what can be done with the contact. */
export function ContactHeading({ contact, canEdit }: { contact: Contact; canEdit: boolean }): ReactNode {
  const words = useWords()
  const [isEditing, setIsEditing] = useState(false)
  const { id, name, position, company, waitingSince } = contact
  return (
    <>
      <CardHeading
        kind="contacts"
        id={id}
        name={name}
        mark={<Avatar name={name} size="large" />}
        about={
          <>
            {waitingSince !== null && <WaitingPill since={waitingSince} />}
            <bdi className="truncate">{words.listOf([position, company].filter(Boolean))}</bdi>
          </>
        }
        back={words.notFound.link}
        canEdit={canEdit}
        menu={[{ label: words.edit, icon: Pencil, onSelect: () => setIsEditing(true) }]}
      >
        <SendMessageButton contact={contact} />
      </CardHeading>
      {isEditing && <EditContactDialog contact={contact} onClose={() => setIsEditing(false)} />}
    </>
  )
}
