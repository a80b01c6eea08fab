import { ChevronsUpDown, LogOut, Waypoints } from 'lucide-react'
import type { ReactNode } from 'react'
import type { User } from '../../api/user.ts'
import { toggleHops } from '../hops/hopsState.ts'
import { useLogout } from '../session/login.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { usePopover } from '../ui/usePopover.ts'
import { useWords } from '../words/speech.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { NoticeSwitches } from './NoticeSwitches.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

/** The logged-in user, what they can choose for themselves, and the logout. */
export function UserMenu({ user, isCompact = false }: { user: User; isCompact?: boolean }): ReactNode {
  const words = useWords()
  const { trigger, panel, close } = usePopover()
  const logout = useLogout()
  return (
    <>
      <button
        type="button"
        {...trigger}
        className={`flex items-center gap-2.5 rounded-lg border border-transparent text-start transition hover:bg-sunken ${isCompact ? 'size-11 justify-center' : 'w-full p-1.5'}`}
      >
        <Avatar name={user.name} size="small" />
        <span className={isCompact ? 'sr-only' : 'min-w-0 flex-1'}>
          <span className="block truncate font-medium">{user.name}</span>
          <span className="block truncate text-xs text-soft">{words.roles[user.role].name}</span>
        </span>
        <ChevronsUpDown aria-hidden className={`size-4 shrink-0 text-soft ${isCompact ? 'hidden' : ''}`} />
      </button>
      <div
        {...panel}
        role="dialog"
        aria-label={words.user.menu}
        className="fixed m-0 w-[min(22rem,calc(100vw-1rem))] rounded-xl border border-line bg-raised p-1.5 text-ink shadow-float"
      >
        <div className="px-2 pt-1.5 pb-2.5">
          <p className="font-medium">{user.name}</p>
          <p className="text-soft">{user.title}</p>
        </div>
        <ThemeSwitch />
        <div className="py-1.5 ps-2">
          <LanguageSwitch />
        </div>
        <NoticeSwitches />
        <button
          type="button"
          onClick={() => {
            close()
            toggleHops()
          }}
          aria-keyshortcuts="Alt+J"
          className="flex h-9 w-full items-center gap-2.5 rounded-md px-2 text-start font-medium hover:bg-sunken pointer-coarse:h-11"
        >
          <Waypoints aria-hidden className="size-4 text-soft" />
          <span className="flex-1">{words.hops.open}</span>
          <kbd aria-hidden dir="ltr" className="rounded border border-line px-1 font-sans text-xs text-soft">
            Alt J
          </kbd>
        </button>
        <hr className="-mx-1.5 my-1.5 border-line" />
        <button
          type="button"
          onClick={() => logout.mutate()}
          disabled={logout.isPending}
          className="flex h-9 w-full items-center gap-2.5 rounded-md px-2 text-start font-medium hover:bg-sunken pointer-coarse:h-11"
        >
          <LogOut aria-hidden className="size-4 text-soft" />
          {words.user.logOut}
        </button>
        {logout.isError && (
          <p role="alert" className="px-2 pb-2 text-danger">
            {logout.error.message}
          </p>
        )}
      </div>
    </>
  )
}
