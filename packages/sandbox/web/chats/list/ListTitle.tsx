import type { WindowChat } from '../../../src/chats/events.ts'
import { UnansweredCount } from '../../ui/UnansweredCount.tsx'
import { useChatsState } from '../session/SessionProvider.tsx'

/** As in the counter: as long as something is the person's own to answer, only that counts. */
export function ListTitle({ chats }: { chats: WindowChat[] }) {
  const own = chats.filter(({ tone, unanswered }) => tone === 'red' && unanswered > 0)
  const tone = own.length > 0 ? 'red' : 'grey'
  const unanswered = (own.length > 0 ? own : chats).reduce((sum, chat) => sum + chat.unanswered, 0)
  const userName = useChatsState((state) => state.userName)
  return (
    <div className="flex items-center gap-2">
      <h2 className="text-lg leading-7 font-semibold tracking-tight">Chats</h2>
      <UnansweredCount count={unanswered} tone={tone} />
      <span dir="auto" className="ml-auto truncate pl-4 text-[13px] text-muted">
        {userName}
      </span>
    </div>
  )
}
