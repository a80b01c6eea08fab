import { type ConversationMessage, isAllowed, type Reaction, toNow } from '@crm-chat/core/conversation'
import { memo, type ReactNode, useState } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'
import { MessageContent } from '../content/MessageContent.tsx'
import { fill, formatTime } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { DeliveryTicks } from './DeliveryTicks.tsx'
import { MessageFailure } from './FailureLine.tsx'
import { MessageActions } from './MessageActions.tsx'
import { Quote } from './Quote.tsx'
import type { GroupShape } from './toEntries.ts'

interface MessageBubbleProps {
  message: ConversationMessage
  shape: GroupShape
  /** The message it quotes, if loaded. */
  quoted: ConversationMessage | undefined
  /** Search to highlight. */
  query: string
  /** Members of a group are named. */
  isGroup: boolean
}

/** A message with its author, time and delivery status. Memoized, because threads can be long. */
export const MessageBubble = memo(function MessageBubble({
  message,
  shape,
  quoted,
  query,
  isGroup,
}: MessageBubbleProps): ReactNode {
  const words = useWords()
  const { direction, isDeleted, status, sentAt, quotedMessageId, reactions } = message
  const press = usePress(message)
  const isNew = useIsNew(message)
  const isOurs = direction === 'outgoing'
  if (message.type === 'system') return <p className="cc-system">{message.text ?? words.system}</p>
  return (
    <>
      <article
        tabIndex={-1}
        data-message={message.id}
        data-own={isOurs || undefined}
        data-starts={shape.startsGroup || undefined}
        data-ends={shape.endsGroup || undefined}
        data-new={isNew}
        data-found={query !== '' || undefined}
        className="cc-message"
      >
        <span className="cc-spoken">{isOurs ? words.company : words.customer}</span>
        {shape.startsGroup && <Author message={message} isGroup={isGroup} />}
        <TemplateLine message={message} />
        {quotedMessageId !== null && !isDeleted && <Quote quoted={quoted} />}
        {isDeleted ? (
          <p className="cc-message-deleted">
            <Icon name="ban" size={14} />
            {words.deleted}
          </p>
        ) : (
          <MessageContent message={message} query={query} onPress={press} />
        )}
        {reactions.length > 0 && !isDeleted && <Reactions reactions={reactions} />}
        <p className="cc-message-foot">
          {message.isEdited && !isDeleted && <span>{words.edited}</span>}
          <time dateTime={new Date(sentAt).toISOString()}>{formatTime(sentAt, words)}</time>
          {!isDeleted && <DeliveryTicks status={status} />}
        </p>
        {!isDeleted && <MessageActions message={message} />}
      </article>
      {status === 'failed' && !isDeleted && <MessageFailure message={message} />}
    </>
  )
})

/** The template that a message was made from. */
function TemplateLine({ message: { template, type } }: Pick<MessageBubbleProps, 'message'>): ReactNode {
  const words = useWords()
  if (!template && type !== 'template') return null
  return (
    <p className="cc-message-template">
      <Icon name="template" size={14} />
      <span className="cc-cut">{template ? fill(words.template, { name: template.name }) : words.fromTemplate}</span>
    </p>
  )
}

/** The author's name, on our messages and in groups. */
function Author({
  message: { direction, authorName },
  isGroup,
}: Pick<MessageBubbleProps, 'message' | 'isGroup'>): ReactNode {
  const words = useWords()
  const name = direction === 'outgoing' ? (authorName ?? words.withoutAuthor) : isGroup && authorName
  if (!name) return null
  return (
    <p dir="auto" className="cc-message-author">
      {name}
    </p>
  )
}

function Reactions({ reactions }: { reactions: readonly Reaction[] }): ReactNode {
  const words = useWords()
  const emojis = [...new Set(reactions.map(({ emoji }) => emoji))]
  const list = (wanted: string) => reactions.filter(({ emoji }) => emoji === wanted)
  return (
    <ul aria-label={words.reactions} className="cc-reactions">
      {emojis.map((emoji) => (
        <li
          key={emoji}
          title={list(emoji)
            .flatMap(({ authorName }) => authorName ?? [])
            .join(', ')}
          className="cc-reaction"
        >
          {emoji}
          {list(emoji).length > 1 && ` ${list(emoji).length}`}
        </li>
      ))}
    </ul>
  )
}

/** Returns what presses a button of a message; undefined where the user is not the one that it was sent to. */
function usePress(message: ConversationMessage): ((text: string) => void) | undefined {
  const { press, source } = useActions()
  const isPressable = useConversationState((state) => isAllowed(state, 'press'))
  return isPressable && source.press ? (text) => void press(message, text) : undefined
}

/** Age up to which a message comes in with a movement. Those of the history are there at once: many come in one frame. */
const newMs = 5_000

/** Returns true for a message that is new as it is drawn for the first time, as an attribute. */
function useIsNew({ sentAt }: ConversationMessage): true | undefined {
  const { getState } = useActions()
  const [isNew] = useState(() => toNow(getState()) - sentAt < newMs || undefined)
  return isNew
}
