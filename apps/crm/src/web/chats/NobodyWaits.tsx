import { useQuery } from '@tanstack/react-query'
import { CircleCheckBig, CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { mayAdminister } from '../../api/role.ts'
import { settingsQueryOptions } from '../admin/adminQueries.ts'
import { useUser } from '../session/users.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useWords } from '../words/speech.ts'

/** Shown in place of the list of who waits when that is empty: nobody does, or the CRM does not know. */
export function NobodyWaits(): ReactNode {
  const words = useWords()
  const me = useUser()
  const settings = useQuery(settingsQueryOptions())
  if (settings.data?.isReceiving !== false) {
    return <EmptyState icon={CircleCheckBig} title={words.chats.nobodyWaits} text={words.chats.nobodyWaitsText} />
  }
  return (
    <EmptyState icon={CircleHelp} title={words.chats.waitingUnknown} text={words.chats.waitingUnknownText}>
      {me && mayAdminister(me.role) && (
        <Link to="/admin/webhooks" className="text-accent-strong underline">
          {words.chats.toWebhooks}
        </Link>
      )}
    </EmptyState>
  )
}
