import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { RequestError } from '../requests/RequestError.ts'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ContactCard } from './ContactCard.tsx'
import { contactQueryOptions } from './contacts.ts'

/** One contact's card. */
export function ContactPage(): ReactNode {
  const { id = '' } = useParams()
  const contact = useQuery(contactQueryOptions({ id }))
  if (contact.isPending) {
    return (
      <div className="p-6">
        <Skeleton className="h-32" count={3} label="Loading the contact" />
      </div>
    )
  }
  if (contact.isError) return <MissingContact error={contact.error} onRetry={() => void contact.refetch()} />
  return <ContactCard key={id} contact={contact.data.contact} />
}

function MissingContact({ error, onRetry }: { error: Error; onRetry: () => void }): ReactNode {
  const isGone = error instanceof RequestError && error.code === 'not_found'
  return (
    <div className="grid h-full place-items-center p-6 text-center">
      <title>Contact · Northdesk</title>
      <div>
        <Problem title="Can't show this contact" error={error} {...(isGone ? {} : { onRetry })} />
        <Link to="/contacts" className="text-accent underline">
          Go to your contacts
        </Link>
      </div>
    </div>
  )
}
