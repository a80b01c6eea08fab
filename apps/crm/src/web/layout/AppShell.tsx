import { type ReactNode, useEffect, useRef } from 'react'
import { Outlet, useLocation } from 'react-router'
import type { User } from '../../api/user.ts'
import { Hops } from '../hops/Hops.tsx'
import { Palette } from '../palette/Palette.tsx'
import { UserProvider } from '../session/UserProvider.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { useWords } from '../words/speech.ts'
import { BottomBar } from './BottomBar.tsx'
import { ChatNotices } from './ChatNotices.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { CrmChat } from './CrmChat.tsx'
import { Later } from './Later.tsx'
import { LiveItems } from './LiveItems.tsx'
import { PageLauncher } from './PageLauncher.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { SessionWatch } from './SessionWatch.tsx'
import { SideBar } from './SideBar.tsx'

/** The layout of every page: the navigation, the page, the notices, and the floating chat launcher. */
export function AppShell({ user }: { user: User }): ReactNode {
  const words = useWords()
  const main = useFocusOnNavigation()
  return (
    <UserProvider user={user}>
      <CrmChat user={user}>
        <div className="flex h-dvh flex-col short:overflow-y-auto max-md:[--bottom-bar:3.5rem] md:flex-row">
          <a
            href="#main"
            className="absolute start-3 top-2 z-30 -translate-y-20 rounded-lg bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
          >
            {words.skipToContent}
          </a>
          <SideBar user={user} />
          <PhoneBar user={user} />
          <main
            id="main"
            ref={main}
            tabIndex={-1}
            className="relative min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface short:max-md:h-dvh short:max-md:flex-none outline-none md:pb-(--cc-launcher-space,0px)"
          >
            <ConnectionNotice />
            <Outlet />
          </main>
          <BottomBar user={user} />
        </div>
        <Palette />
        <Hops />
        <Toasts />
        <Later>
          <SessionWatch />
          <LiveItems />
        </Later>
        <Later>
          <ChatNotices />
        </Later>
        <Later>
          <PageLauncher />
        </Later>
      </CrmChat>
    </UserProvider>
  )
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
