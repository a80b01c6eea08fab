import { UnansweredBadge } from '@crm-chat/react'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import type { User } from '../../api/user.ts'
import { usePopover } from '../ui/usePopover.ts'
import { useWords } from '../words/speech.ts'
import { Later } from './Later.tsx'
import { type PageEntry, pagesOf } from './pages.ts'

const first: readonly string[] = ['contacts', 'deals', 'tasks', 'chats']

/** The navigation below every page, on phones. Pages that do not fit are behind "More". */
export function BottomBar({ user }: { user: User }): ReactNode {
  const words = useWords()
  const pages = pagesOf(user)
  return (
    <nav
      aria-label={words.nav.main}
      className="grid h-(--bottom-bar) shrink-0 grid-cols-5 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {pages
        .filter(({ name }) => first.includes(name))
        .map((page) => (
          <BarLink key={page.path} page={page} />
        ))}
      <MorePages pages={pages.filter(({ name }) => !first.includes(name))} />
    </nav>
  )
}

const look = 'relative flex min-h-11 min-w-0 flex-col items-center justify-center gap-0.5 text-[0.6875rem] font-medium'

function BarLink({ page: { name, path, icon: Icon } }: { page: PageEntry }): ReactNode {
  const words = useWords()
  return (
    <NavLink to={path} className={({ isActive }) => `${look} ${isActive ? 'text-accent-strong' : 'text-soft'}`}>
      <Icon aria-hidden className="size-5" />
      <span className="max-w-full truncate px-1">{words.nav[name]}</span>
      {name === 'chats' && (
        <Later>
          <UnansweredBadge className="absolute start-1/2 top-0.5 ms-1.5" />
        </Later>
      )}
    </NavLink>
  )
}

function MorePages({ pages }: { pages: readonly PageEntry[] }): ReactNode {
  const words = useWords()
  const { pathname } = useLocation()
  const { trigger, panel, close } = usePopover()
  const isActive = pages.some(({ path }) => pathname.startsWith(path))
  return (
    <>
      <button type="button" {...trigger} className={`${look} ${isActive ? 'text-accent-strong' : 'text-soft'}`}>
        <Ellipsis aria-hidden className="size-5" />
        <span className="max-w-full truncate px-1">{words.nav.more}</span>
      </button>
      <div
        {...panel}
        className="fixed m-0 min-w-52 rounded-xl border border-line bg-raised p-1.5 text-ink shadow-float"
      >
        {pages.map(({ name, path, icon: Icon }) => (
          <NavLink
            key={path}
            to={path}
            onClick={close}
            className="flex h-11 items-center gap-3 rounded-lg px-3 font-medium hover:bg-sunken"
          >
            <Icon aria-hidden className="size-4 text-soft" />
            {words.nav[name]}
          </NavLink>
        ))}
      </div>
    </>
  )
}
