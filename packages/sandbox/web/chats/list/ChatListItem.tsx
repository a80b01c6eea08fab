import { DeliveryTicks } from '@crm-chat/react/conversation'
import { Paperclip } from 'lucide-react'
import { memo } from 'react'
import { Avatar } from '../../ui/Avatar.tsx'
import { describeMessage } from '../../ui/format/describeMessage.ts'
import { formatName, messengerNames } from '../../ui/format/formatAccount.ts'
import { formatRecent } from '../../ui/format/formatTime.ts'
import { MessengerMark } from '../../ui/MessengerMark.tsx'
import { UnansweredCount } from '../../ui/UnansweredCount.tsx'
import { toKey } from '../session/chatKey.ts'
import type { Chat, Message } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { toMessage } from '../session/toMessage.ts'

/** A chat in the list, with its messenger, last message and unanswered count. Memoized, because lists can be long. */
export const ChatListItem = memo(function ChatListItem({ chat }: { chat: Chat }) {
  const { openChat } = useSession()
  const isActive = useChatsState((state) => state.activeKey === toKey(chat))
  const now = Date.now() + useChatsState((state) => state.clockOffsetMs)
  const { lastMessage, unanswered } = chat
  return (
    <li>
      <button
        type="button"
        data-chat={toKey(chat)}
        aria-current={isActive}
        onClick={() => openChat(chat)}
        className="flex w-full items-center gap-3 rounded-xl px-2.5 py-2.5 text-left -outline-offset-2 hover:bg-hover aria-current:bg-selected"
      >
        <span className="relative">
          <Avatar name={chat.name} />
          <MessengerMark chatType={chat.chatType} />
        </span>
        <span className="min-w-0 grow">
          <span className="flex items-baseline gap-2">
            <span dir="auto" className="truncate font-semibold">
              {formatName(chat)}
            </span>
            <span className="sr-only">{messengerNames[chat.chatType]}</span>
            <span
              className={`ml-auto shrink-0 text-xs ${unanswered > 0 && chat.tone === 'red' ? 'font-medium text-alert-ink' : 'text-muted'}`}
            >
              {formatRecent(lastMessage?.sentAt ?? chat.createdAt, now)}
            </span>
          </span>
          <span className="mt-0.5 flex items-center gap-2 text-[13px] text-muted">
            <Snippet message={lastMessage} />
            <span className="ml-auto shrink-0">
              <UnansweredCount count={unanswered} tone={chat.tone} />
            </span>
          </span>
        </span>
      </button>
    </li>
  )
})

function Snippet({ message }: { message: Message | null }) {
  if (!message) return <span className="h-5 truncate">No messages yet</span>
  return (
    <span className="flex h-5 min-w-0 items-center gap-1">
      {message.direction === 'outgoing' && <DeliveryTicks status={toMessage(message).status} />}
      {message.content !== null && <Paperclip aria-label="File" className="size-3.5 shrink-0" />}
      <span dir="auto" className="truncate">
        {describeMessage(message)}
      </span>
    </span>
  )
}
