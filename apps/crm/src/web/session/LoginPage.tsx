import { useQuery } from '@tanstack/react-query'
import { LogIn } from 'lucide-react'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { Brand } from '../layout/Brand.tsx'
import { LanguageSwitch } from '../layout/LanguageSwitch.tsx'
import { useWords } from '../words/speech.ts'
import { LoginPitch } from './LoginPitch.tsx'
import { isSignedOut } from './signedOut.ts'
import { toReturnPath } from './toReturnPath.ts'
import { UserButtons } from './UserButtons.tsx'
import { meQueryOptions } from './users.ts'

/** The login page: one button per demo user, and a word about a session that has ended. */
export function LoginPage(): ReactNode {
  const words = useWords()
  const me = useQuery(meQueryOptions())
  const { state } = useLocation()
  if (me.data?.user) return <Navigate to={toReturnPath(state)} replace />
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] bg-surface lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <title>{words.pageTitle(words.login.title)}</title>
      <main className="flex flex-col px-6 py-6 sm:px-12 lg:px-16">
        <div className="mx-auto flex w-full max-w-md flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Brand />
          <LanguageSwitch />
        </div>
        <div className="mx-auto my-auto w-full max-w-md py-10">
          {isSignedOut(state) && (
            <p
              role="alert"
              className="mb-6 flex gap-2.5 rounded-lg border border-warning/40 bg-warning-soft px-3.5 py-2.5 leading-5 text-warning"
            >
              <LogIn aria-hidden className="mt-0.5 size-4 shrink-0 rtl:-scale-x-100" />
              {words.login.signedOut}
            </p>
          )}
          <h1 className="text-xl font-semibold tracking-tight text-balance">{words.login.welcome}</h1>
          <p className="mt-1.5 mb-6 leading-6 text-soft">{words.login.demo}</p>
          <UserButtons />
        </div>
      </main>
      <LoginPitch />
    </div>
  )
}
