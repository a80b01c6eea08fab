import { ArrowDown } from 'lucide-react'
import type { WindowChat } from '../../../src/chats/events.ts'
import { formatName } from '../../format/formatAccount.ts'
import { toKey } from '../session/chatKey.ts'
import type { Thread } from '../session/chatsState.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { EarlierMessages } from './EarlierMessages.tsx'
import { MessageBubble } from './MessageBubble.tsx'
import { OutboxBubble } from './OutboxBubble.tsx'
import { DayLine, UnansweredLine } from './ThreadLines.tsx'
import { toEntries, toEntryId } from './toEntries.ts'
import { useReadingPosition } from './useReadingPosition.ts'

interface MessageLogProps {
  chat: WindowChat
  thread: Extract<Thread, { status: 'ready' }>
}

/** The messages of a chat. It follows the latest one, unless the person has scrolled up to read. */
export function MessageLog({ chat, thread }: MessageLogProps) {
  const { loadEarlier } = useSession()
  const allOutbox = useChatsState((state) => state.outbox)
  const outbox = allOutbox.filter((item) => toKey(item) === toKey(chat))
  const { messages } = thread
  const last = messages.at(-1)
  const { log, position, goToEnd, handleScroll } = useReadingPosition({
    firstId: messages[0]?.messageId,
    lastId: outbox.at(-1)?.clientMessageId ?? (last && toEntryId(last)),
    lastIsOurs: outbox.length > 0,
  })
  return (
    <div className="relative flex min-h-0 grow flex-col">
      <div
        ref={log}
        role="log"
        aria-label={`Messages with ${formatName(chat)}`}
        onScroll={handleScroll}
        className="scroll-quiet min-h-0 grow overflow-y-auto px-4 py-3 -outline-offset-2 [overflow-anchor:none]"
      >
        <div className="mx-auto flex min-h-full max-w-3xl flex-col justify-end">
          {thread.hasEarlier && <EarlierMessages state={thread.earlier} onLoad={() => void loadEarlier(chat)} />}
          {messages.length + outbox.length === 0 && <FirstWords />}
          {toEntries(messages, chat.unanswered).map((entry) => {
            if (entry.kind === 'day') return <DayLine key={entry.id} at={entry.at} />
            if (entry.kind === 'unanswered') return <UnansweredLine key={entry.id} count={entry.count} />
            return <MessageBubble key={entry.id} entry={entry} messages={messages} />
          })}
          {outbox.map((item) => (
            <OutboxBubble key={item.clientMessageId} item={item} />
          ))}
        </div>
      </div>
      {position !== 'end' && <ToEnd hasNew={position === 'away-with-news'} onClick={goToEnd} />}
    </div>
  )
}

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
