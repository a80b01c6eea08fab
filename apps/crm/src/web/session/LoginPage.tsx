import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import type { User } from '../../api/user.ts'
import { Brand } from '../layout/Brand.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { LoginPitch } from './LoginPitch.tsx'
import { useLogin } from './login.ts'
import { toReturnPath } from './toReturnPath.ts'
import { meQueryOptions, usersQueryOptions } from './users.ts'

/** The login page: one button per demo user. */
export function LoginPage(): ReactNode {
  const me = useQuery(meQueryOptions())
  const { state } = useLocation()
  if (me.data?.user) return <Navigate to={toReturnPath(state)} replace />
  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <title>Log in · Northdesk</title>
      <main className="flex flex-col px-6 py-8 sm:px-12 lg:px-16">
        <div className="mx-auto w-full max-w-sm">
          <Brand />
        </div>
        <div className="mx-auto my-auto w-full max-w-sm py-12">
          <h1 className="text-2xl font-semibold tracking-tight text-balance">Welcome back</h1>
          <p className="mt-2 mb-8 leading-6 text-soft">
            This is a demo: choose a user to continue. There are no passwords, so do not enter real data.
          </p>
          <UserButtons />
        </div>
      </main>
      <LoginPitch />
    </div>
  )
}

function UserButtons(): ReactNode {
  const users = useQuery(usersQueryOptions())
  const login = useLogin()
  if (users.isPending) return <Skeleton className="h-18" count={2} label="Loading the users" />
  if (users.isError)
    return <Problem title="Can't load users" error={users.error} onRetry={() => void users.refetch()} />
  return (
    <>
      <ul className="flex flex-col gap-3">
        {users.data.users.map((user) => (
          <li key={user.id}>
            <UserButton user={user} isBusy={login.isPending} onClick={() => login.mutate(user.id)} />
          </li>
        ))}
      </ul>
      {login.isError ? (
        <p role="alert" className="mt-4 text-danger">
          {login.error.message}
        </p>
      ) : null}
    </>
  )
}

function UserButton({ user, isBusy, onClick }: { user: User; isBusy: boolean; onClick: () => void }): ReactNode {
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={isBusy}
      className="group flex w-full items-center gap-3.5 rounded-xl border border-line bg-raised p-3.5 text-start shadow-card transition hover:border-accent disabled:opacity-60"
    >
      <Avatar name={user.name} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">Continue as {user.name}</span>
        <span className="block truncate text-soft">{user.title}</span>
      </span>
      <ArrowRight
        aria-hidden
        className="size-4 text-soft transition group-hover:translate-x-0.5 group-hover:text-accent"
      />
    </button>
  )
}
