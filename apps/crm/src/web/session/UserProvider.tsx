import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { User } from '../../api/user.ts'
import { UserContext, UsersContext, usersQueryOptions } from './users.ts'

/** Tells the pages who is logged in, and which users there are: one query for all rows that show a name. */
export function UserProvider({ user, children }: { user: User; children: ReactNode }): ReactNode {
  const users = useQuery(usersQueryOptions())
  return (
    <UserContext value={user}>
      <UsersContext value={users.data?.users ?? nobody}>{children}</UsersContext>
    </UserContext>
  )
}

const nobody: readonly User[] = []
