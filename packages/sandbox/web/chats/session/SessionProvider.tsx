import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { ChatsState } from './chatsState.ts'
import type { ChatsSession } from './createChatsSession.ts'

const SessionContext = createContext<ChatsSession | null>(null)

/** Gives the window's session to everything in it. */
export function SessionProvider({ session, children }: { session: ChatsSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

/** What the person can do. */
export function useSession(): ChatsSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('There is no SessionProvider around this component.')
  return session
}

/** A part of the window's data; the component is drawn again when that part changes. */
export function useChatsState<Part>(select: (state: ChatsState) => Part): Part {
  return useStore(useSession().store, select)
}
