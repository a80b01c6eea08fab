import { UnansweredBadge } from '@crm-chat/react'
import { MessagesSquare, Settings2, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import type { User } from '../../api/user.ts'
import { Brand } from './Brand.tsx'
import { UserMenu } from './UserMenu.tsx'

/** The bar above every page. */
export function NavBar({ user }: { user: User }): ReactNode {
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 sm:gap-6 sm:px-5">
      <Brand isCompact />
      <nav aria-label="Main" className="flex items-center gap-1">
        <PageLink to="/contacts" icon={Users}>
          Contacts
        </PageLink>
        <PageLink to="/chats" icon={MessagesSquare}>
          Chats <UnansweredBadge />
        </PageLink>
        {user.role === 'admin' && (
          <NavLink to="/admin" className={toLinkLook}>
            <Settings2 aria-hidden className="size-4" />
            <span className="max-sm:sr-only">Administration</span>
          </NavLink>
        )}
      </nav>
      <div className="ms-auto">
        <UserMenu user={user} />
      </div>
    </header>
  )
}

function PageLink({ to, icon: Icon, children }: { to: string; icon: typeof Users; children: ReactNode }): ReactNode {
  return (
    <NavLink to={to} className={toLinkLook}>
      <Icon aria-hidden className="size-4 max-sm:hidden" />
      {children}
    </NavLink>
  )
}

function toLinkLook({ isActive }: { isActive: boolean }): string {
  const color = isActive ? 'bg-accent-soft text-accent-strong' : 'text-soft hover:bg-sunken hover:text-ink'
  return `flex h-9 items-center gap-2 rounded-lg px-3 font-medium transition ${color}`
}
