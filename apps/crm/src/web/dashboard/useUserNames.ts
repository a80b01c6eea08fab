import { useUsers } from '../session/users.ts'
import { useWords } from '../words/speech.ts'

/** Returns names of users by their ids; null stands for the chats of strangers. */
export function useUserNames(): (userId: string | null) => string {
  const words = useWords()
  const users = useUsers()
  return (userId) =>
    userId === null ? words.dashboard.stranger : (users.find(({ id }) => id === userId)?.name ?? userId)
}
