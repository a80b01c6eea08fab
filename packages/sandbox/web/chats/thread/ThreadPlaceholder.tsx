import { MessagesSquare, UserRoundX } from 'lucide-react'
import { Notice } from '../../ui/Notice.tsx'
import { useChatsState } from '../session/SessionProvider.tsx'

/** What stands where a thread would be. */
export function ThreadPlaceholder() {
  const wasOpen = useChatsState((state) => state.activeKey !== null)
  if (wasOpen) {
    return (
      <Notice icon={UserRoundX} title="This chat is no longer yours">
        A colleague is responsible for the contact now.
      </Notice>
    )
  }
  return (
    <Notice icon={MessagesSquare} title="Choose a chat">
      Reading changes nothing. A chat counts as unanswered until somebody replies.
    </Notice>
  )
}
