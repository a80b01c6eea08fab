import { ArrowDown } from 'lucide-react'
import { useMemo } from 'react'
import { formatName } from '../../ui/format/formatAccount.ts'
import { toKey } from '../session/chatKey.ts'
import type { ReadyThread } from '../session/chatsState.ts'
import type { Chat } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { MessageBubble } from './MessageBubble.tsx'
import { moveBetweenMessages } from './moveBetweenMessages.ts'
import { OutboxBubble } from './OutboxBubble.tsx'
import { ChannelLine, DayLine, MoreMessages, UnansweredLine } from './ThreadLines.tsx'
import { toEntries, toEntryId } from './toEntries.ts'
import { useReadingPosition } from './useReadingPosition.ts'

interface MessageLogProps {
  chat: Chat
  thread: ReadyThread
}

/** The messages of a chat. It follows the latest one unless the user has scrolled up, and loads more near its edges. */
export function MessageLog({ chat, thread }: MessageLogProps) {
  const { loadEarlier, loadLater, loadLatest } = useSession()
  const key = toKey(chat)
  const allOutbox = useChatsState((state) => state.outbox)
  const outbox = useMemo(() => allOutbox.filter((item) => toKey(item) === key), [allOutbox, key])
  const target = useChatsState((state) => (state.target?.chatKey === key ? state.target : null))
  const { messages, hasLater } = thread
  const { unanswered } = chat
  const entries = useMemo(() => toEntries({ messages, unanswered, hasLater }), [messages, unanswered, hasLater])
  const byId = useMemo(() => new Map(messages.map((message) => [message.messageId, message])), [messages])
  const last = messages.at(-1)
  const { log, position, goToEnd, handleScroll } = useReadingPosition({
    lastId: outbox.at(-1)?.clientMessageId ?? (last && !hasLater ? toEntryId(last) : undefined),
    lastIsOurs: outbox.length > 0,
    reachesEnd: !hasLater,
    targetId: target?.messageId,
  })

  function handleScrolled(): void {
    handleScroll()
    if (!log.current) return
    const { scrollTop, scrollHeight, clientHeight } = log.current
    if (thread.hasEarlier && thread.earlier === 'idle' && scrollTop < nearPx) void loadEarlier(chat)
    if (hasLater && thread.later === 'idle' && scrollHeight - scrollTop - clientHeight < nearPx) void loadLater(chat)
  }

  async function handleToEnd(): Promise<void> {
    if (hasLater) await loadLatest(chat)
    goToEnd()
  }

  return (
    <div className="relative flex min-h-0 grow flex-col">
      <div
        ref={log}
        role="log"
        aria-label={`Messages with ${formatName(chat)}`}
        onScroll={handleScrolled}
        onKeyDown={moveBetweenMessages}
        className="scroll-quiet min-h-0 grow overflow-y-auto px-4 py-3 -outline-offset-2 [overflow-anchor:none] max-narrow:px-2.5"
      >
        <div className="mx-auto flex min-h-full max-w-3xl flex-col justify-end">
          {thread.hasEarlier && (
            <MoreMessages which="earlier" state={thread.earlier} onLoad={() => void loadEarlier(chat)} />
          )}
          {messages.length + outbox.length === 0 && <FirstWords />}
          {entries.map((entry) => {
            if (entry.kind === 'day') return <DayLine key={entry.id} at={entry.at} />
            if (entry.kind === 'unanswered') return <UnansweredLine key={entry.id} count={entry.count} />
            if (entry.kind === 'channel') return <ChannelLine key={entry.id} channelId={entry.channelId} />
            const { message, shape } = entry
            const query = target?.messageId === message.messageId ? target.query : ''
            const quoted = message.refMessageId === null ? undefined : byId.get(message.refMessageId)
            return <MessageBubble key={entry.id} message={message} shape={shape} quoted={quoted} query={query} />
          })}
          {hasLater && <MoreMessages which="later" state={thread.later} onLoad={() => void loadLater(chat)} />}
          {outbox.map((item) => (
            <OutboxBubble key={item.clientMessageId} item={item} />
          ))}
        </div>
      </div>
      {(position !== 'end' || hasLater) && (
        <ToEnd hasNew={position === 'away-with-news'} onClick={() => void handleToEnd()} />
      )}
    </div>
  )
}

/** Distance from an edge at which further messages are loaded. */
const nearPx = 300

function FirstWords() {
  return <p className="m-auto text-center text-muted">No messages yet. Write the first one below.</p>
}

function ToEnd({ hasNew, onClick }: { hasNew: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={`appear absolute right-5 bottom-3 flex h-9 items-center gap-1.5 rounded-full border px-2.5 text-[13px] font-medium shadow-md ${
        hasNew ? 'border-transparent bg-accent text-on-accent' : 'border-line bg-surface text-muted'
      }`}
    >
      {hasNew ? 'New messages' : <span className="sr-only">Go to the latest message</span>}
      <ArrowDown aria-hidden="true" className="size-4" />
    </button>
  )
}
