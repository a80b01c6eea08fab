import { CheckCheck, ChevronLeft } from 'lucide-react'
import type { WindowChat } from '../../../src/chats/events.ts'
import { formatAccount, formatName, messengerNames } from '../../format/formatAccount.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { MessengerMark } from '../../parts/MessengerMark.tsx'
import { toKey } from '../session/chatKey.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { DealsMenu } from './DealsMenu.tsx'

/** Who the chat is with and in which messenger; in a narrow frame the way back to the list. */
export function ThreadHeader({ chat, hasList }: { chat: WindowChat; hasList: boolean }) {
  const { openChat } = useSession()
  const dealsEvents = useChatsState((state) => state.dealsEvents)
  return (
    <header className="flex items-center gap-3 border-b border-line bg-surface px-4 py-2">
      {hasList && (
        <button
          type="button"
          aria-label="Back to all chats"
          onClick={() => openChat(null)}
          className="-ml-2.5 grid size-9 place-items-center rounded-full text-muted hover:bg-hover wide:hidden"
        >
          <ChevronLeft aria-hidden="true" className="size-6" />
        </button>
      )}
      <span className="relative">
        <Avatar name={chat.name} size="header" />
        <MessengerMark chatType={chat.chatType} />
      </span>
      <div className="min-w-0 grow">
        <h2 className="truncate leading-5 font-semibold">{formatName(chat)}</h2>
        <p className="truncate text-xs text-muted">
          {messengerNames[chat.chatType]} · {formatAccount(chat)}
        </p>
      </div>
      {chat.unanswered > 0 && <Unanswered chat={chat} />}
      {dealsEvents && <DealsMenu key={toKey(chat)} chat={chat} />}
    </header>
  )
}

function Unanswered({ chat }: { chat: WindowChat }) {
  const { noReply } = useSession()
  const look = chat.tone === 'red' ? 'bg-alert-soft text-alert-ink' : 'bg-line text-ink'
  return (
    <span className="flex shrink-0 flex-wrap items-center justify-end gap-1.5">
      <span className={`rounded-full px-2.5 py-1 text-xs font-medium ${look}`}>
        {chat.unanswered}
        <span className="max-wide:sr-only"> unanswered</span>
      </span>
      <button
        type="button"
        onClick={() => void noReply(chat)}
        className="flex h-7 items-center gap-1 rounded-full border border-line px-2.5 text-xs font-medium text-muted hover:bg-hover hover:text-ink"
      >
        <CheckCheck aria-hidden="true" className="size-3.5" />
        <span className="max-wide:sr-only">No reply needed</span>
      </button>
    </span>
  )
}
