import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import type { User } from '../../api/user.ts'
import { openPalette } from '../palette/paletteState.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useWords } from '../words/speech.ts'
import { Brand } from './Brand.tsx'
import { UserMenu } from './UserMenu.tsx'

/** The bar above every page, on phones. */
export function PhoneBar({ user }: { user: User }): ReactNode {
  const words = useWords()
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-canvas px-3 md:hidden">
      <Brand />
      <IconButton icon={Search} label={words.palette.open} onClick={openPalette} className="ms-auto size-11" />
      <UserMenu user={user} isCompact />
    </header>
  )
}
