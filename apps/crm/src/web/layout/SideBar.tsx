import { UnansweredBadge } from '@crm-chat/react'
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import type { User } from '../../api/user.ts'
import { openPalette } from '../palette/paletteState.ts'
import { useWords } from '../words/speech.ts'
import { Brand } from './Brand.tsx'
import { Later } from './Later.tsx'
import { type PageEntry, pagesOf } from './pages.ts'
import { UserMenu } from './UserMenu.tsx'

/** The navigation beside every page, on wide screens. */
export function SideBar({ user }: { user: User }): ReactNode {
  const words = useWords()
  return (
    <header className="flex w-54 shrink-0 flex-col gap-3 overflow-y-auto border-e border-line bg-canvas p-3 max-md:hidden">
      <div className="px-1.5 py-1">
        <Brand />
      </div>
      <button
        type="button"
        onClick={openPalette}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-8 items-center gap-2 rounded-md border border-line bg-surface px-2 text-soft shadow-card hover:text-ink pointer-coarse:h-11"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="min-w-0 flex-1 truncate text-start">{words.palette.open}</span>
        <kbd aria-hidden className="shrink-0 rounded border border-line px-1 font-sans text-xs" dir="ltr">
          {navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      <nav aria-label={words.nav.main} className="flex flex-col gap-0.5">
        {pagesOf(user).map((page) => (
          <SideLink key={page.path} page={page} />
        ))}
      </nav>
      <div className="mt-auto">
        <UserMenu user={user} />
      </div>
    </header>
  )
}

function SideLink({ page: { name, path, icon: Icon } }: { page: PageEntry }): ReactNode {
  const words = useWords()
  return (
    <NavLink
      to={path}
      className={({ isActive }) =>
        `flex h-8 items-center gap-2.5 rounded-md border px-2 font-medium transition pointer-coarse:h-11 ${isActive ? 'border-line bg-surface text-ink shadow-card forced-colors:border-[Highlight]' : 'border-transparent text-soft forced-colors:border-[Canvas] hover:bg-sunken hover:text-ink'}`
      }
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate">{words.nav[name]}</span>
      {name === 'chats' && (
        <Later>
          <UnansweredBadge />
        </Later>
      )}
    </NavLink>
  )
}
