import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { ChatsState } from './chatsState.ts'
import type { ChatsSession } from './createChatsSession.ts'

const SessionContext = createContext<ChatsSession | null>(null)

/** Provides the session to the components inside. */
export function SessionProvider({ session, children }: { session: ChatsSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Returns the user's actions. */
export function useSession(): ChatsSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider around the component.')
  return session
}

/** Selects a part of the state; the component renders again when that part changes. */
export function useChatsState<Part>(select: (state: ChatsState) => Part): Part {
  return useStore(useSession().store, select)
}
