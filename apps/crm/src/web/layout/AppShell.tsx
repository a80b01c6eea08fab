import { ChatLauncher, ChatProvider, useUnanswered } from '@crm-chat/react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { Outlet, useLocation, useMatch } from 'react-router'
import type { User } from '../../api/user.ts'
import { meQueryOptions } from '../session/users.ts'
import { NavBar } from './NavBar.tsx'

/** The layout of every page: navigation, the page, and the floating chat launcher. */
export function AppShell({ user }: { user: User }): ReactNode {
  const main = useFocusOnNavigation()
  return (
    <ChatProvider endpoint="/chat" userId={user.id}>
      <div className="flex h-dvh flex-col">
        <a
          href="#main"
          className="absolute start-3 top-2 z-30 -translate-y-20 rounded-lg bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
        >
          Skip to content
        </a>
        <NavBar user={user} />
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className="min-h-0 flex-1 overflow-y-auto pb-(--cc-launcher-space) outline-none"
        >
          <Outlet />
        </main>
      </div>
      <PageLauncher />
      <SessionWatch />
    </ChatProvider>
  )
}

/** All chats in a corner, on every page that shows no chat itself. */
function PageLauncher(): ReactNode {
  const isChats = useMatch('/chats') !== null
  const isCard = useMatch('/contacts/:id') !== null
  const isAdmin = useMatch('/admin/*') !== null
  return isChats || isCard || isAdmin ? null : <ChatLauncher placement="bottom-end" />
}

/** Fetches the logged-in user again when the live counter reports that the session has ended. */
function SessionWatch(): null {
  const queryClient = useQueryClient()
  const state = useUnanswered()
  const isLoggedOut = state.status === 'error' && state.code === 'unauthenticated'
  useEffect(() => {
    if (isLoggedOut) void queryClient.invalidateQueries(meQueryOptions())
  }, [isLoggedOut, queryClient])
  return null
}

/** Moves the focus to the new page after a navigation, so that keyboards and screen readers continue there. */
function useFocusOnNavigation() {
  const ref = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    ref.current?.focus({ preventScroll: true })
    ref.current?.scrollTo(0, 0)
  }, [pathname])
  return ref
}
