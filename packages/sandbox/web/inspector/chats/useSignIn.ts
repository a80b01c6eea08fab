import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { linkUsersQueryOptions, type StaffUser, usersQueryOptions } from '../control/userQueries.ts'

/** The user that the chats panel is signed in as, and those to choose from. */
export interface SignIn {
  /** `undefined` while the users are being fetched. */
  user: StaffUser | undefined
  options: StaffUser[]
  choose: (id: string) => void
}

/** Users of the inspector, for an account without any. */
const samples: StaffUser[] = [
  { id: 'sandbox-1', name: 'Kate Moreau' },
  { id: 'sandbox-2', name: 'Lee Park' },
]

/**
 * Signs in as the user chosen by hand; otherwise as the user of the CRM's latest link; before the first link as a user with
 * unanswered messages, or any user.
 */
export function useSignIn(): SignIn {
  const links = useQuery(linkUsersQueryOptions())
  const users = useQuery(usersQueryOptions())
  const [chosenId, setChosenId] = useState<string>()
  const [first, setFirst] = useState<StaffUser>() // Stays, so that counts that change do not reload the page.
  const known = (users.data?.users ?? []).filter(({ id }) => !samples.some((sample) => sample.id === id))
  const options = withoutRepeats([...(links.data ?? []), ...known, ...(first ? [first] : []), ...samples])
  if (!first && !links.isPending && !users.isPending)
    setFirst(known.toSorted((one, other) => other.unanswered - one.unanswered)[0] ?? samples[0])
  const chosen = options.find(({ id }) => id === chosenId)
  return { user: first && (chosen ?? links.data?.[0] ?? first), options, choose: setChosenId }
}

function withoutRepeats(users: StaffUser[]): StaffUser[] {
  const byId = new Map<string, StaffUser>()
  for (const user of users) if (!byId.has(user.id)) byId.set(user.id, user)
  return [...byId.values()]
}
