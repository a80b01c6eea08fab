import { type ReactNode, useState } from 'react'
import type { Contact } from '../../api/oldContact.ts'
import { ContactChat } from './ContactChat.tsx'
import { ContactDetails } from './ContactDetails.tsx'
import { ContactHeading } from './ContactHeading.tsx'
import { PartSwitch } from './PartSwitch.tsx'
import { SendMessageButton } from './SendMessageDialog.tsx'

/** A contact's details beside their chat; on narrow screens one of the two. */
export function ContactCard({ contact }: { contact: Contact }): ReactNode {
  const [part, setPart] = useState<'chat' | 'details'>('chat')
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[23rem_minmax(0,1fr)]">
      <title>{`${contact.name} · Northdesk`}</title>
      <div className="border-line bg-surface px-4 py-3 max-lg:border-b sm:px-6 lg:border-e lg:pt-6 lg:pb-5">
        <ContactHeading contact={contact} />
        <div className="mt-4">
          <SendMessageButton contact={contact} />
        </div>
        <PartSwitch chosen={part} onChoose={setPart} />
      </div>
      <div
        className={`overflow-y-auto border-line bg-surface px-4 pb-24 sm:px-6 lg:border-e ${part === 'details' ? '' : 'max-lg:hidden'}`}
      >
        <ContactDetails contact={contact} />
      </div>
      <div
        className={`min-h-0 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:p-4 ${part === 'chat' ? '' : 'max-lg:hidden'}`}
      >
        <ContactChat contact={contact} />
      </div>
    </div>
  )
}
