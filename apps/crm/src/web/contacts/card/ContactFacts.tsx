import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Contact } from '../../../api/contact.ts'
import { Fact } from '../../items/Fact.tsx'
import { OwnerFact } from '../../items/OwnerFact.tsx'
import { PhoneNumber } from '../../items/PhoneNumber.tsx'
import { useChangeItem } from '../../items/saveItem.ts'
import { useWords } from '../../words/speech.ts'
import { contactQueries } from '../contactQueries.ts'
import { formatPhone } from '../formatPhone.ts'
import { MessengerChip } from '../MessengerChip.tsx'

/** The facts of a contact, edited in their places. */
export function ContactFacts({ contact, canEdit }: { contact: Contact; canEdit: boolean }): ReactNode {
  const words = useWords()
  const { mutateAsync } = useChangeItem(contactQueries, contact)
  const { id, position, company, companyId, email, phone, chats, responsibleUserId } = contact
  const fact = (field: 'position' | 'company' | 'phone' | 'email') => ({
    label: words.fields[field],
    canEdit,
    onSave: (value: string) => mutateAsync({ [field]: value }),
  })
  return (
    <dl aria-label={words.card.facts}>
      <Fact {...fact('position')} value={position} />
      <Fact {...fact('company')} value={company}>
        {companyId && (
          <Link to={`/companies/${encodeURIComponent(companyId)}`} className={link}>
            <bdi>{company}</bdi>
          </Link>
        )}
      </Fact>
      <Fact {...fact('phone')} type="tel" value={phone && formatPhone(phone)}>
        <a href={`tel:+${phone}`} className={link}>
          <PhoneNumber digits={phone} />
        </a>
      </Fact>
      <Fact {...fact('email')} type="email" value={email}>
        <a href={`mailto:${email}`} dir="ltr" className={link}>
          {email}
        </a>
      </Fact>
      <OwnerFact kind="contacts" id={id} ownerId={responsibleUserId} />
      <div className="grid min-h-9 grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-2">
        <dt className="text-soft">{words.fields.messengers}</dt>
        <dd className="flex flex-wrap gap-1 py-1">
          {chats.map((chat) => (
            <MessengerChip key={`${chat.chatType} ${chat.chatId}`} chat={chat} />
          ))}
          {chats.length === 0 && <span className="text-soft">—</span>}
        </dd>
      </div>
    </dl>
  )
}

const link = 'hover:text-accent hover:underline'
