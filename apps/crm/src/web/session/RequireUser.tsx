import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { AppShell } from '../layout/AppShell.tsx'
import { Problem } from '../ui/Problem.tsx'
import { meQueryOptions } from './users.ts'

/** Shows the pages to a logged-in user. Sends everyone else to the login page, and back afterwards. */
export function RequireUser(): ReactNode {
  const me = useQuery(meQueryOptions())
  const { pathname, search } = useLocation()
  if (me.isPending) return null
  if (me.isError) {
    return (
      <main className="grid min-h-dvh place-items-center p-6">
        <Problem title="Can't reach Northdesk" error={me.error} onRetry={() => void me.refetch()} />
      </main>
    )
  }
  if (!me.data.user) return <Navigate to="/login" replace state={{ from: pathname + search }} />
  return <AppShell key={me.data.user.id} user={me.data.user} />
}
