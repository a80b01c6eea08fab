import { type ReactNode, useEffect, useRef } from 'react'
import { Navigate, NavLink, Outlet, useLocation } from 'react-router'
import { mayAdminister } from '../../api/role.ts'
import { useUser } from '../session/users.ts'
import { useWords } from '../words/speech.ts'
import { adminPages } from './adminPages.ts'

/** The navigation of the administrators' pages, and one of them. Anyone else goes to the first page. */
export function AdminLayout(): ReactNode {
  const words = useWords()
  const me = useUser()
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address decides which link must be in sight.
  useEffect(() => {
    nav.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  if (!me || !mayAdminister(me.role)) return <Navigate to="/" replace />
  return (
    <>
      <title>{words.pageTitle(words.nav.admin)}</title>
      <h1 className="sr-only">{words.nav.admin}</h1>
      <nav
        ref={nav}
        aria-label={words.nav.admin}
        className="sticky top-0 z-2 overflow-x-auto border-b border-line bg-surface px-3 sm:px-4"
      >
        <ul className="flex gap-1">
          {adminPages.map(({ path, name, icon: Icon }) => (
            <li key={path}>
              <NavLink to={`/admin/${path}`} className={toLinkLook}>
                <Icon aria-hidden className="size-4" />
                {words.admin.pages[name]}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mx-auto max-w-5xl p-4 sm:p-6">
        <Outlet />
      </div>
    </>
  )
}

function toLinkLook({ isActive }: { isActive: boolean }): string {
  const color = isActive
    ? 'border-accent text-ink forced-colors:border-[Highlight]'
    : 'border-transparent text-soft hover:text-ink forced-colors:border-[Canvas]'
  return `-mb-px flex h-11 items-center gap-2 border-b-2 px-2.5 font-medium whitespace-nowrap ${color}`
}
