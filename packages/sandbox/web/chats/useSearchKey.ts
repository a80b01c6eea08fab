import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { isNarrow } from '../ui/isNarrow.ts'
import { focusSearch } from './list/focusChat.ts'
import { useSession } from './session/SessionProvider.tsx'

/** Lets Ctrl and K, or Command and K, go to the search from anywhere; in a narrow window back to the list first. */
export function useSearchKey({ hasList }: { hasList: boolean }): void {
  const { openChat } = useSession()
  useEffect(() => {
    if (!hasList) return
    function handleKeyDown(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      if (isNarrow()) flushSync(() => openChat(null))
      focusSearch()
    }
    document.addEventListener('keydown', handleKeyDown)
    return () => document.removeEventListener('keydown', handleKeyDown)
  }, [hasList, openChat])
}
