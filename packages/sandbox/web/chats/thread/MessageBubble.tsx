import { Ban } from 'lucide-react'
import type { WindowMessage } from '../../../src/chats/events.ts'
import { formatTime } from '../../format/formatTime.ts'
import { FileCard } from '../../message/FileCard.tsx'
import { MessageButtons } from '../../message/MessageButtons.tsx'
import { MessageText } from '../../message/MessageText.tsx'
import { bubbleShape } from './bubbleShape.ts'
import { DeliveryTicks } from './DeliveryTicks.tsx'
import { MessageActions } from './MessageActions.tsx'
import { Quote } from './Quote.tsx'
import type { Entry } from './toEntries.ts'

interface MessageBubbleProps {
  entry: Extract<Entry, { kind: 'message' }>
  /** The messages around, among them perhaps the quoted one. */
  messages: WindowMessage[]
}

/** One message: what was said, by whom on our side, when, and how far it has got. */
export function MessageBubble({ entry: { message, startsGroup, endsGroup }, messages }: MessageBubbleProps) {
  const isOurs = message.direction === 'outgoing'
  const isDeleted = message.deletedAt !== null
  return (
    <article className={`group relative ${bubbleShape({ isOurs, startsGroup, endsGroup })}`}>
      <span className="sr-only">{isOurs ? 'Answer:' : 'Customer:'}</span>
      {isOurs && startsGroup && (
        <p className="text-xs font-semibold text-accent">{message.authorName ?? 'Sent through the API'}</p>
      )}
      {isDeleted ? <Deleted /> : <Content message={message} messages={messages} />}
      <p
        className={`mt-0.5 -mb-0.5 flex items-center justify-end gap-1 text-[11px] ${isOurs ? 'text-own-muted' : 'text-muted'}`}
      >
        {message.editedAt !== null && !isDeleted && <span>edited</span>}
        <time dateTime={new Date(message.sentAt).toISOString()}>{formatTime(message.sentAt)}</time>
        {!isDeleted && <DeliveryTicks status={message.status} />}
      </p>
      {!isDeleted && <MessageActions message={message} />}
    </article>
  )
}

function Content({ message, messages }: { message: WindowMessage; messages: WindowMessage[] }) {
  return (
    <>
      {message.refMessageId !== null && <Quote messageId={message.refMessageId} messages={messages} />}
      {message.content !== null && <FileCard link={message.content} />}
      {message.text !== null && <MessageText text={message.text} />}
      <MessageButtons buttons={message.buttons} />
    </>
  )
}

function Deleted() {
  return (
    <p className="flex items-center gap-1.5 text-current/75 italic">
      <Ban aria-hidden="true" className="size-3.5" />
      Message deleted
    </p>
  )
}
