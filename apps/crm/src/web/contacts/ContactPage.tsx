import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { ItemProblem } from '../items/ItemProblem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'
import { ContactCard } from './card/ContactCard.tsx'
import { contactQueries } from './contactQueries.ts'

/** One contact's card. */
export function ContactPage(): ReactNode {
  const words = useWords()
  const { id = '' } = useParams()
  const contact = useQuery(contactQueries.one({ id }))
  if (contact.isPending) {
    return (
      <div className="p-6">
        <Skeleton className="h-24" count={4} label={words.loading} />
      </div>
    )
  }
  if (contact.isError && !contact.data) {
    return (
      <ItemProblem
        title={words.card.contactFailed}
        error={contact.error}
        onRetry={() => void contact.refetch()}
        back={{ to: '/contacts', label: words.notFound.link }}
      />
    )
  }
  return <ContactCard key={id} contact={contact.data} />
}
