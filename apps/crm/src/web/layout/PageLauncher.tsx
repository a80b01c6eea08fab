import { ChatLauncher } from '@crm-chat/react'
import type { ReactNode } from 'react'
import { matchPath, useLocation } from 'react-router'

const without = ['/chats', '/contacts/:id', '/deals/:id', '/admin/*']

/** All chats in a corner, on every page that shows no chat itself. Phones have them in the bar below. */
export function PageLauncher(): ReactNode {
  const { pathname } = useLocation()
  return without.some((path) => matchPath(path, pathname)) ? null : (
    <ChatLauncher placement="bottom-end" className="max-md:hidden" />
  )
}
