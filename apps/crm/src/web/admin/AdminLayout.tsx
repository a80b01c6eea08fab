import type { ReactNode } from 'react'
import { Navigate, NavLink, Outlet } from 'react-router'
import { useUser } from '../session/users.ts'
import { adminPages } from './adminPages.ts'

/** The navigation of the administrators' pages, and one of them. Anyone else goes to the contacts. */
export function AdminLayout(): ReactNode {
  if (useUser()?.role !== 'admin') return <Navigate to="/contacts" replace />
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-5 p-4 sm:p-6 md:flex-row md:gap-8">
      <title>Administration · Northdesk</title>
      <h1 className="sr-only">Administration</h1>
      <nav aria-label="Administration" className="shrink-0 md:w-48">
        <ul className="flex gap-1 overflow-x-auto p-0.5 md:flex-col">
          {adminPages.map(({ path, name, icon: Icon }) => (
            <li key={path}>
              <NavLink to={`/admin/${path}`} className={toLinkLook}>
                <Icon aria-hidden className="size-4" />
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0 flex-1">
        <Outlet />
      </div>
    </div>
  )
}

function toLinkLook({ isActive }: { isActive: boolean }): string {
  const color = isActive ? 'bg-accent-soft text-accent-strong' : 'text-soft hover:bg-sunken hover:text-ink'
  return `flex h-11 items-center gap-2.5 rounded-lg px-3 font-medium whitespace-nowrap transition ${color}`
}
