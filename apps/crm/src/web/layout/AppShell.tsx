import { ChatProvider } from '@crm-chat/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Outlet, useLocation } from 'react-router'
import type { User } from '../../api/user.ts'
import { NavBar } from './NavBar.tsx'
import { PageLauncher } from './PageLauncher.tsx'
import { SessionWatch } from './SessionWatch.tsx'

/** The frame of every page: navigation, the page, and the chats that float above it. */
export function AppShell({ user }: { user: User }): ReactNode {
  const main = useFocusOnNavigation()
  return (
    <ChatProvider endpoint="/chat">
      <div className="flex h-dvh flex-col">
        <a
          href="#main"
          className="absolute start-3 top-2 z-30 -translate-y-20 rounded-lg bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
        >
          Skip to the page
        </a>
        <NavBar user={user} />
        <main id="main" ref={main} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
          <Outlet />
        </main>
      </div>
      <PageLauncher />
      <SessionWatch />
    </ChatProvider>
  )
}

/** Moves the focus to a page that was navigated to, so that a keyboard or a screen reader goes on there. */
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
