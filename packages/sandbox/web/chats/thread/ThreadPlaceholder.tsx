import { MessagesSquare, UserRoundX } from 'lucide-react'
import { Notice } from '../../ui/Notice.tsx'
import { useChatsState } from '../session/SessionProvider.tsx'

/** Shown in place of a thread while no chat is open. */
export function ThreadPlaceholder() {
  const wasOpen = useChatsState((state) => state.activeKey !== null)
  if (wasOpen) {
    return (
      <Notice icon={UserRoundX} title="This chat is no longer yours">
        A colleague is now responsible for this contact.
      </Notice>
    )
  }
  return (
    <Notice icon={MessagesSquare} title="Choose a chat">
      A chat stays unanswered until someone replies. Opening it changes nothing.
    </Notice>
  )
}
