import type { ConversationMessage, ReadyThread, Target } from '@crm-chat/core/conversation'
import { memo, type ReactNode, useMemo } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'
import { Icon } from '../Icon.tsx'
import { MessageBubble } from './MessageBubble.tsx'
import { moveBetweenMessages } from './moveBetweenMessages.ts'
import { OutboxBubble } from './OutboxBubble.tsx'
import { ChannelLine, DayLine, MoreMessages, UnansweredLine } from './ThreadLines.tsx'
import { type Entry, toEntries, toEntryId } from './toEntries.ts'
import { useDrawn } from './useDrawn.ts'
import { useReadingPosition } from './useReadingPosition.ts'
import { useSeen } from './useSeen.ts'

interface MessageLogProps {
  thread: ReadyThread
  /** Name of the log, e.g. `Messages with Ann`. */
  label: string
  isGroup: boolean
  /** Shown where there are no messages. */
  empty: ReactNode
}

/** The messages of a conversation. It follows the latest one unless the user has scrolled up, and loads more near its edges. */
export function MessageLog({ thread, label, isGroup, empty }: MessageLogProps): ReactNode {
  const { loadEarlier, loadLater, loadLatest } = useActions()
  const outbox = useConversationState((state) => state.outbox)
  const target = useConversationState((state) => state.target)
  const unanswered = useConversationState((state) => state.unanswered)
  const { messages, hasLater } = thread
  const { drawn, isWhole } = useDrawn(messages)
  const goesOn = hasLater || drawn.at(-1) !== messages.at(-1)
  const entries = useMemo(
    () => toEntries({ messages: drawn, unanswered, hasLater: goesOn }),
    [drawn, unanswered, goesOn],
  )
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages])
  const last = messages.at(-1)
  const { log, position, goToEnd, handleScroll } = useReadingPosition({
    lastId: outbox.at(-1)?.clientMessageId ?? (last && !hasLater ? toEntryId(last) : undefined),
    lastIsOurs: outbox.length > 0,
    reachesEnd: !hasLater,
    target,
  })
  const noteSeen = useSeen(log, byId)

  function handleScrolled(): void {
    handleScroll()
    noteSeen()
    if (!log.current || !isWhole) return
    const { scrollTop, scrollHeight, clientHeight } = log.current
    if (thread.hasEarlier && thread.earlier === 'idle' && scrollTop < nearPx) void loadEarlier()
    if (hasLater && thread.later === 'idle' && scrollHeight - scrollTop - clientHeight < nearPx) void loadLater()
  }

  async function handleToEnd(): Promise<void> {
    if (hasLater) await loadLatest()
    goToEnd()
  }

  return (
    <div className="cc-log-area">
      <div
        ref={log}
        role="log"
        aria-label={label}
        onScroll={handleScrolled}
        onKeyDown={moveBetweenMessages}
        className="cc-log"
      >
        <div className="cc-log-column">
          {thread.hasEarlier && (
            <MoreMessages which="earlier" state={thread.earlier} onLoad={() => void loadEarlier()} />
          )}
          {messages.length + outbox.length === 0 && <div className="cc-empty">{empty}</div>}
          <Entries entries={entries} byId={byId} target={target} isGroup={isGroup} />
          {hasLater && <MoreMessages which="later" state={thread.later} onLoad={() => void loadLater()} />}
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

interface EntriesProps {
  entries: readonly Entry[]
  byId: ReadonlyMap<string, ConversationMessage>
  target: Target | null
  isGroup: boolean
}

/** Memoized, because a thread changes far less often than what is around its messages. */
const Entries = memo(function Entries({ entries, byId, target, isGroup }: EntriesProps): ReactNode {
  return entries.map((entry) => {
    if (entry.kind === 'day') return <DayLine key={entry.id} at={entry.at} />
    if (entry.kind === 'unanswered') return <UnansweredLine key={entry.id} count={entry.count} />
    if (entry.kind === 'channel') return <ChannelLine key={entry.id} channelId={entry.channelId} />
    const { message, shape } = entry
    const query = target?.messageId === message.id ? target.query : ''
    const quoted = message.quotedMessageId === null ? undefined : byId.get(message.quotedMessageId)
    return (
      <MessageBubble key={entry.id} message={message} shape={shape} quoted={quoted} query={query} isGroup={isGroup} />
    )
  })
})

/** Distance from an edge at which further messages are loaded. */
const nearPx = 300

function ToEnd({ hasNew, onClick }: { hasNew: boolean; onClick: () => void }): ReactNode {
  const words = useWords()
  return (
    <button type="button" onClick={onClick} data-new={hasNew || undefined} className="cc-to-end">
      <span className={hasNew ? '' : 'cc-spoken'}>{hasNew ? words.newMessages : words.toEnd}</span>
      <Icon name="down" size={16} />
    </button>
  )
}
