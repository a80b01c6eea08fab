import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Navigate, useLocation } from 'react-router'
import { AppShell } from '../layout/AppShell.tsx'
import { toErrorText } from '../requests/toErrorText.ts'
import { Problem } from '../ui/Problem.tsx'
import { useWords } from '../words/speech.ts'
import { noteSignedIn, wasSignedIn } from './signedOut.ts'
import { meQueryOptions } from './users.ts'

/** Shows the pages to a logged-in user. Sends everyone else to the login page, and back afterwards. */
export function RequireUser(): ReactNode {
  const words = useWords()
  const me = useQuery(meQueryOptions())
  const { pathname, search } = useLocation()
  const isSignedIn = Boolean(me.data?.user)
  useEffect(() => {
    if (isSignedIn) noteSignedIn(true)
  }, [isSignedIn])
  if (me.isPending) return null
  if (me.isError) {
    return (
      <main className="grid min-h-dvh place-items-center p-6">
        <Problem
          title={words.login.meFailed}
          text={toErrorText({ error: me.error, words })}
          onRetry={() => void me.refetch()}
        />
      </main>
    )
  }
  if (!me.data.user) {
    return <Navigate to="/login" replace state={{ from: pathname + search, isSignedOut: wasSignedIn() }} />
  }
  return <AppShell key={me.data.user.id} user={me.data.user} />
}
