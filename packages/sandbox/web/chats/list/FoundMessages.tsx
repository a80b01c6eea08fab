import { cutAround, MarkedText } from '@crm-chat/react/conversation'
import { formatName, messengerNames } from '../../ui/format/formatAccount.ts'
import { formatRecent } from '../../ui/format/formatTime.ts'
import { toKey } from '../session/chatKey.ts'
import type { Chat, Message } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import type { MessageSearch } from './useMessageSearch.ts'

/** The messages that match the search. Choosing one opens its chat at that message. */
export function FoundMessages({ search, query }: { search: MessageSearch; query: string }) {
  const chats = useChatsState((state) => state.chats)
  if (search.status === 'idle') return null
  if (search.status === 'failed')
    return (
      <p role="alert" className="px-2.5 py-3 text-[13px] text-alert-ink">
        Message search failed.{' '}
        <button type="button" onClick={search.retry} className="font-semibold underline">
          Try again
        </button>
      </p>
    )
  if (search.messages.length === 0)
    return search.status === 'loading' ? (
      <p className="px-2.5 py-3 text-[13px] text-muted">Searching messages…</p>
    ) : null
  const byKey = new Map((chats ?? []).map((chat) => [toKey(chat), chat]))
  return (
    <section aria-label="Messages found" className={search.status === 'loading' ? 'opacity-60' : ''}>
      <h3 className="px-2.5 pt-3 pb-1 text-xs font-semibold text-muted">Messages</h3>
      <ul>
        {search.messages.map((message) => (
          <FoundMessage key={message.messageId} message={message} chat={byKey.get(toKey(message))} query={query} />
        ))}
      </ul>
      {search.status === 'ready' && search.hasMore && (
        <p className="px-2.5 py-2 text-xs text-muted">Showing the latest matches. Type more to find older ones.</p>
      )}
    </section>
  )
}

interface FoundMessageProps {
  message: Message
  chat: Chat | undefined
  query: string
}

function FoundMessage({ message, chat, query }: FoundMessageProps) {
  const { openMessage } = useSession()
  const isShown = useChatsState((state) => state.foundId === message.messageId)
  const now = Date.now() + useChatsState((state) => state.clockOffsetMs)
  return (
    <li>
      <button
        type="button"
        aria-current={isShown}
        onClick={() => openMessage(message, query)}
        className="block w-full rounded-xl px-2.5 py-2 text-left -outline-offset-2 hover:bg-hover aria-current:bg-selected"
      >
        <span className="flex items-baseline gap-2">
          <span className="truncate font-medium">{formatName(chat ?? { ...message, name: message.chatId })}</span>
          <span className="sr-only">{messengerNames[message.chatType]}</span>
          <span className="ml-auto shrink-0 text-xs text-muted">{formatRecent(message.sentAt, now)}</span>
        </span>
        <span dir="auto" className="line-clamp-2 text-left text-[13px] wrap-anywhere text-muted">
          {message.direction === 'outgoing' && <span>{message.authorName ?? 'API'}: </span>}
          <MarkedText text={cutAround(message.text ?? '', query)} query={query} />
        </span>
      </button>
    </li>
  )
}
