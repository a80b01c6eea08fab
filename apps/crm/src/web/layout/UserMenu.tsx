import { ChevronDown, LogOut } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { User } from '../../api/user.ts'
import { useLogout } from '../session/login.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

/** The logged-in user, the theme switch and the logout. The browser's popover handles opening, closing and focus. */
export function UserMenu({ user }: { user: User }): ReactNode {
  const id = useId()
  const logout = useLogout()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex items-center gap-2 rounded-full p-1 transition hover:bg-sunken sm:pe-2.5"
      >
        <Avatar name={user.name} size="small" />
        <span className="font-medium max-sm:sr-only">{user.name}</span>
        <ChevronDown aria-hidden className="size-4 text-soft max-sm:hidden" />
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-auto end-3 top-15 m-0 w-72 rounded-xl border border-line bg-raised p-2 text-ink shadow-float"
      >
        <div className="px-2.5 pt-2 pb-3">
          <p className="font-medium">{user.name}</p>
          <p className="text-soft">{user.title}</p>
        </div>
        <ThemeSwitch />
        <button
          type="button"
          onClick={() => logout.mutate()}
          disabled={logout.isPending}
          className="mt-2 flex w-full items-center gap-2.5 rounded-lg px-2.5 py-2 text-start font-medium transition hover:bg-sunken"
        >
          <LogOut aria-hidden className="size-4 text-soft" />
          Log out
        </button>
        {logout.isError ? (
          <p role="alert" className="px-2.5 pb-2 text-danger">
            {logout.error.message}
          </p>
        ) : null}
      </div>
    </>
  )
}
