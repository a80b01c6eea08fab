import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ContactRow } from './ContactRow.tsx'
import { contactsQueryOptions } from './contacts.ts'

/** The contacts that match a search, or the loading, empty or error state. */
export function ContactList({ search, onClearSearch }: { search: string; onClearSearch: () => void }): ReactNode {
  const contacts = useQuery(contactsQueryOptions({ search: search.trim() }))
  if (contacts.isPending) return <Skeleton className="h-16" count={6} label="Loading your contacts" />
  if (contacts.isError) {
    return <Problem title="Can't load contacts" error={contacts.error} onRetry={() => void contacts.refetch()} />
  }
  const found = contacts.data.contacts
  if (found.length === 0) return <EmptyList search={search} onClearSearch={onClearSearch} />
  return (
    <ul
      aria-label="Contacts"
      aria-busy={contacts.isPlaceholderData}
      className="mt-5 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-card"
    >
      {found.map((contact) => (
        <ContactRow key={contact.id} contact={contact} />
      ))}
    </ul>
  )
}

function EmptyList({ search, onClearSearch }: { search: string; onClearSearch: () => void }): ReactNode {
  return (
    <div className="mt-5 rounded-2xl border border-dashed border-line px-6 py-16 text-center">
      <p className="font-medium">{search ? `No contacts match “${search}”` : 'No contacts yet'}</p>
      <p className="mt-1 mb-5 text-soft">
        {search ? 'You only see contacts you are responsible for.' : 'Add your first with “New contact”.'}
      </p>
      {search ? <Button onClick={onClearSearch}>Show all contacts</Button> : null}
    </div>
  )
}
