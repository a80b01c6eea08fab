import { Mail, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Contact } from '../../api/oldContact.ts'
import { DealSummary } from './DealSummary.tsx'
import { formatPhone } from './formatPhone.ts'
import { MessengerChip } from './MessengerChip.tsx'

/** A contact's details. */
export function ContactDetails({ contact }: { contact: Contact }): ReactNode {
  const { company, email, phone, notes, chats, deal } = contact
  return (
    <div className="flex flex-col divide-y divide-line">
      <Part title="Deal">{deal ? <DealSummary deal={deal} /> : <p className="text-soft">No deal yet</p>}</Part>
      <Part title="Contact">
        <ul className="flex flex-col gap-2.5">
          {phone ? (
            <ReachLine icon={Phone} href={`tel:+${phone}`}>
              {formatPhone(phone)}
            </ReachLine>
          ) : null}
          {email ? (
            <ReachLine icon={Mail} href={`mailto:${email}`}>
              {email}
            </ReachLine>
          ) : null}
        </ul>
        <ul className="mt-3.5 flex flex-wrap gap-1.5">
          {chats.map(({ chatType, chatId }) => (
            <li key={`${chatType}:${chatId}`}>
              <MessengerChip chatType={chatType} />
            </li>
          ))}
        </ul>
      </Part>
      {company ? <Part title="Company">{company}</Part> : null}
      {notes ? <Part title="Notes">{notes}</Part> : null}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="py-5 leading-6">
      <h2 className="mb-2.5 text-xs font-semibold text-soft">{title}</h2>
      {children}
    </section>
  )
}

function ReachLine({
  icon: Icon,
  href,
  children,
}: {
  icon: typeof Mail
  href: string
  children: ReactNode
}): ReactNode {
  return (
    <li className="flex items-center gap-2.5">
      <Icon aria-hidden className="size-4 shrink-0 text-soft" />
      <a href={href} className="truncate tabular-nums hover:text-accent hover:underline">
        {children}
      </a>
    </li>
  )
}
