import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { User } from '../../api/user.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Pill } from '../ui/Pill.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'
import { useLogin } from './login.ts'
import { usersQueryOptions } from './users.ts'

/** A button for each user of the demo, with their role. */
export function UserButtons(): ReactNode {
  const words = useWords()
  const users = useQuery(usersQueryOptions())
  const login = useLogin()
  if (users.isPending) return <Skeleton className="h-16" count={5} label={words.login.loadingUsers} />
  if (users.isError) {
    const text = toErrorText({ error: users.error, words })
    return <Problem title={words.login.usersFailed} text={text} onRetry={() => void users.refetch()} />
  }
  return (
    <>
      <ul className="flex flex-col gap-2">
        {users.data.users.map((user) => (
          <li key={user.id}>
            <UserButton user={user} isBusy={login.isPending} onClick={() => login.mutate(user.id)} />
          </li>
        ))}
      </ul>
      <p role="alert" className="mt-4 text-danger">
        {login.error && toErrorText({ error: login.error, words })}
      </p>
    </>
  )
}

function UserButton({ user, isBusy, onClick }: { user: User; isBusy: boolean; onClick: () => void }): ReactNode {
  const words = useWords()
  const role = words.roles[user.role]
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={isBusy}
      className="group flex w-full items-center gap-3 rounded-lg border border-line bg-raised px-3.5 py-2.5 text-start shadow-card transition hover:border-accent disabled:opacity-60"
    >
      <Avatar name={user.name} size="medium" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="font-medium">{words.login.continueAs(user.name)}</span>
          <Pill tone={user.role === 'admin' ? 'accent' : 'quiet'}>{role.name}</Pill>
        </span>
        <span className="block text-[0.8125rem] text-soft">{role.about}</span>
      </span>
      <ArrowRight aria-hidden className="size-4 shrink-0 text-soft group-hover:text-accent rtl:-scale-x-100" />
    </button>
  )
}
