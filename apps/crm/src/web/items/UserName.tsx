import type { ReactNode } from 'react'
import { useUsers } from '../session/users.ts'
import { Avatar } from '../ui/Avatar.tsx'

/** The name of a user of the CRM, by their id. */
export function UserName({ id, hasAvatar = false }: { id: string; hasAvatar?: boolean }): ReactNode {
  const name = useUserName(id)
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      {hasAvatar && <Avatar name={name} size="tiny" />}
      <bdi className="truncate">{name}</bdi>
    </span>
  )
}

/** The name of a user of the CRM; their id before it is known. */
export function useUserName(id: string): string {
  const users = useUsers()
  return users.find((user) => user.id === id)?.name ?? id
}
