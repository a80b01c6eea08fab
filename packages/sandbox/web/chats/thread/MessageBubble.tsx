import { Ban, LayoutTemplate } from 'lucide-react'
import { memo } from 'react'
import { formatTime } from '../../ui/format/formatTime.ts'
import { MessageContent } from '../../ui/message/MessageContent.tsx'
import type { Message } from '../session/conversation.ts'
import { bubbleShape } from './bubbleShape.ts'
import { DeliveryTicks } from './DeliveryTicks.tsx'
import { MessageFailure } from './FailureLine.tsx'
import { MessageActions } from './MessageActions.tsx'
import { Quote } from './Quote.tsx'
import type { Entry } from './toEntries.ts'

interface MessageBubbleProps {
  message: Message
  shape: Extract<Entry, { kind: 'message' }>['shape']
  /** The message it quotes, if loaded. */
  quoted: Message | undefined
  /** The search to highlight. */
  query: string
}

/** A message with its author, time and delivery status. Memoized, because threads can be long. */
export const MessageBubble = memo(function MessageBubble({ message, shape, quoted, query }: MessageBubbleProps) {
  const isOurs = message.direction === 'outgoing'
  const isDeleted = message.deletedAt !== null
  const { startsGroup, endsGroup } = shape
  return (
    <>
      <article
        tabIndex={-1}
        data-message={message.messageId}
        className={`group relative ${bubbleShape({ isOurs, startsGroup, endsGroup })} ${query ? 'outline-2 outline-offset-2 outline-accent' : ''}`}
      >
        <span className="sr-only">{isOurs ? 'Company:' : 'Customer:'}</span>
        {startsGroup && <Author message={message} />}
        {message.template && <TemplateMark name={message.template.name} />}
        {message.refMessageId !== null && !isDeleted && <Quote quoted={quoted} />}
        {isDeleted ? <Deleted /> : <MessageContent message={message} query={query} />}
        <p
          className={`mt-0.5 -mb-0.5 flex items-center justify-end gap-1 text-[11px] ${isOurs ? 'text-own-muted' : 'text-muted'}`}
        >
          {message.editedAt !== null && !isDeleted && <span>edited</span>}
          <time dateTime={new Date(message.sentAt).toISOString()}>{formatTime(message.sentAt)}</time>
          {!isDeleted && <DeliveryTicks status={message.status} />}
        </p>
        {!isDeleted && <MessageActions message={message} />}
      </article>
      {message.status === 'failed' && !isDeleted && <MessageFailure message={message} />}
    </>
  )
})

/** The author's name, on our messages and in groups. */
function Author({ message: { direction, chatType, authorName } }: { message: Message }) {
  const isOurs = direction === 'outgoing'
  const name = isOurs ? (authorName ?? 'Sent through the API') : chatType.endsWith('group') && authorName
  if (!name) return null
  return (
    <p dir="auto" className="truncate text-left text-xs font-semibold text-accent">
      {name}
    </p>
  )
}

/** Marks a message made from a template. The customer sees no such mark. */
function TemplateMark({ name }: { name: string }) {
  return (
    <p className="mb-0.5 flex items-center gap-1 text-xs text-own-muted">
      <LayoutTemplate aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">Template {name}</span>
    </p>
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
