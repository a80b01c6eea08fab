import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { isNarrow } from '../ui/isNarrow.ts'
import { focusSearch } from './list/focusChat.ts'
import { useSession } from './session/SessionProvider.tsx'

/** Focuses the search on Ctrl+K or Command+K. In a narrow window, returns to the list first. */
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
