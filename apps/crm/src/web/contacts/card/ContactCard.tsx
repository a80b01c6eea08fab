import { type ReactNode, useState } from 'react'
import type { Contact } from '../../../api/contact.ts'
import { mayEdit } from '../../../api/role.ts'
import { CardDeals } from '../../deals/CardDeals.tsx'
import { CardTabs } from '../../items/CardTabs.tsx'
import { DeletedNotice } from '../../items/DeletedNotice.tsx'
import { PartSwitch } from '../../items/PartSwitch.tsx'
import { Later } from '../../layout/Later.tsx'
import { useUser } from '../../session/users.ts'
import { useMedia, wide } from '../../ui/useMedia.ts'
import { useWords } from '../../words/speech.ts'
import { ContactChat } from '../ContactChat.tsx'
import { ContactFacts } from './ContactFacts.tsx'
import { ContactHeading } from './ContactHeading.tsx'

/** A contact's facts, deals, tasks, notes and activity beside their chat; on narrow screens one of the two. */
export function ContactCard({ contact }: { contact: Contact }): ReactNode {
  const words = useWords()
  const me = useUser()
  const isWide = useMedia(wide)
  const [part, setPart] = useState<'chat' | 'details'>('chat')
  const canEdit = me ? mayEdit(me, contact) && contact.deletedAt === null : false
  return (
    <div className="grid h-full min-h-120 grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[27rem_minmax(0,1fr)]">
      <title>{words.pageTitle(contact.name)}</title>
      <div className="border-line px-4 pt-3 pb-2 max-lg:border-b sm:px-5 lg:border-e">
        <ContactHeading contact={contact} canEdit={canEdit} />
        {contact.deletedAt !== null && <DeletedNotice kind="contacts" item={contact} />}
        <PartSwitch chosen={part} onChoose={setPart} />
      </div>
      <div
        className={`overflow-y-auto border-line px-4 pb-10 sm:px-5 lg:border-e ${part === 'details' ? '' : 'max-lg:hidden'}`}
      >
        <Later isWanted={isWide || part === 'details'}>
          <ContactFacts contact={contact} canEdit={canEdit} />
          <CardDeals contact={contact} canAdd={canEdit} />
          <CardTabs about={{ contactId: contact.id }} />
        </Later>
      </div>
      <div
        className={`min-h-0 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:bg-canvas lg:p-3 ${part === 'chat' ? '' : 'max-lg:hidden'}`}
      >
        <ContactChat contact={contact} />
      </div>
    </div>
  )
}
