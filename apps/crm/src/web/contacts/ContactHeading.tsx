import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Contact } from '../../api/oldContact.ts'
import { Avatar } from '../ui/Avatar.tsx'

/** The contact's name and company, with a link back to the list. */
export function ContactHeading({ contact: { name, position, company } }: { contact: Contact }): ReactNode {
  return (
    <>
      <Link
        to="/contacts"
        className="mb-4 inline-flex items-center gap-1 text-soft transition hover:text-ink max-lg:hidden"
      >
        <ChevronLeft aria-hidden className="size-4" />
        All contacts
      </Link>
      <div className="flex items-center gap-3.5">
        <Avatar name={name} size="large" />
        <div className="min-w-0">
          <h1 className="truncate text-lg font-semibold tracking-tight">{name}</h1>
          <p className="truncate text-soft">{[position, company].filter(Boolean).join(', ')}</p>
        </div>
      </div>
    </>
  )
}
