import type { ConversationStore } from '@crm-chat/react/conversation'
import { CheckCheck, ChevronLeft } from 'lucide-react'
import { Avatar } from '../../ui/Avatar.tsx'
import { formatAccount, formatName, messengerNames } from '../../ui/format/formatAccount.ts'
import { MessengerMark } from '../../ui/MessengerMark.tsx'
import type { Chat } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { DealsMenu } from './DealsMenu.tsx'

interface ThreadHeaderProps {
  chat: Chat
  conversation: ConversationStore
  onBack: (() => void) | null
}

/** The contact's name and messenger, with the unanswered count and deals. In a narrow frame, a back button. */
export function ThreadHeader({ chat, conversation, onBack }: ThreadHeaderProps) {
  const hasDeals = useChatsState((state) => state.dealsEvents || state.dealsWebhooks)
  return (
    <header className="flex items-center gap-3 border-b border-line bg-surface px-4 py-2 max-narrow:gap-2 max-narrow:px-3">
      {onBack && (
        <button
          type="button"
          aria-label="Back to all chats"
          onClick={onBack}
          className="-ml-2.5 grid size-9 shrink-0 place-items-center rounded-full text-muted hover:bg-hover wide:hidden"
        >
          <ChevronLeft aria-hidden="true" className="size-6" />
        </button>
      )}
      <span className="relative shrink-0 max-narrow:hidden">
        <Avatar name={chat.name} size="header" />
        <MessengerMark chatType={chat.chatType} />
      </span>
      <div className="min-w-0 grow">
        <h2 dir="auto" className="truncate text-left leading-5 font-semibold">
          {formatName(chat)}
        </h2>
        <p className="truncate text-xs text-muted">
          {messengerNames[chat.chatType]} · {formatAccount(chat)}
        </p>
      </div>
      {chat.unanswered > 0 && <Unanswered chat={chat} conversation={conversation} />}
      {hasDeals && <DealsMenu chat={chat} conversation={conversation} />}
    </header>
  )
}

function Unanswered({ chat, conversation }: Omit<ThreadHeaderProps, 'onBack'>) {
  const { markNoReplyNeeded } = useSession()
  const look = chat.tone === 'red' ? 'bg-alert-soft text-alert-ink' : 'bg-line text-ink'
  return (
    <span className="flex shrink-0 items-center justify-end gap-1.5">
      <span className={`rounded-full px-2.5 py-1 text-xs font-medium tabular-nums ${look}`}>
        {chat.unanswered}
        <span className="max-desk:sr-only"> unanswered</span>
      </span>
      <button
        type="button"
        title="No reply needed"
        onClick={() => void conversation.attempt(() => markNoReplyNeeded(chat))}
        className="flex h-8 items-center gap-1.5 rounded-lg border border-line px-2.5 text-[13px] font-medium hover:bg-hover"
      >
        <CheckCheck aria-hidden="true" className="size-4 text-muted" />
        <span className="max-wide:sr-only">No reply needed</span>
      </button>
    </span>
  )
}
