import { MessageContent } from '@crm-chat/react/conversation'
import { CheckCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ControlMessage } from '../../../src/control/messages.ts'
import { toFile } from '../../ui/format/describeFile.ts'
import { formatTime } from '../../ui/format/formatTime.ts'

interface PhoneMessageProps {
  message: ControlMessage
  before: ControlMessage | undefined
  /** The whole chat, to look up the quoted message. */
  messages: ControlMessage[]
  /** Called with the label of a button the customer presses. */
  onPress: (text: string) => void
  /** The buttons that act on it. */
  actions: ReactNode
}

/** A message on the customer's screen. Their own are on the right. */
export function PhoneMessage({ message, before, messages, onPress, actions }: PhoneMessageProps) {
  const isOwn = message.direction === 'incoming' // Directions are the company's.
  const quoted = messages.find(({ messageId }) => messageId === message.refMessageId)
  return (
    <article
      className={`appear group relative w-fit max-w-[85%] rounded-2xl px-3 py-1.5 ${before?.direction === message.direction ? 'mt-[3px]' : 'mt-2.5'} ${
        isOwn
          ? 'self-end rounded-br-[5px] bg-own'
          : 'self-start rounded-bl-[5px] bg-surface shadow-[0_0_0_1px_var(--line)]'
      }`}
    >
      <span className="sr-only">{isOwn ? 'Customer:' : 'Company:'}</span>
      {!message.deleted && actions}
      {quoted && (
        <blockquote className="my-1 line-clamp-2 border-l-2 border-accent pl-2 text-[13px] wrap-anywhere text-current/75">
          {quoted.deleted ? 'Message deleted' : (quoted.text ?? 'A file')}
        </blockquote>
      )}
      {message.deleted ? (
        <p className="text-current/75 italic">Message deleted</p>
      ) : (
        <div className="cc-root cc-content">
          <MessageContent message={toShown(message)} onPress={onPress} />
        </div>
      )}
      {message.reactions.length > 0 && !message.deleted && (
        <ul aria-label="Reactions" className="flex gap-1 text-[13px]">
          {[...new Set(message.reactions)].map((emoji) => (
            <li key={emoji}>{emoji}</li>
          ))}
        </ul>
      )}
      <p
        className={`-mb-0.5 flex items-center justify-end gap-1 text-[11px] ${isOwn ? 'text-own-muted' : 'text-muted'}`}
      >
        {message.edited && !message.deleted && 'edited '}
        <time dateTime={message.at}>{formatTime(Date.parse(message.at))}</time>
        {isOwn && <CheckCheck role="img" aria-label="Delivered" className="size-3.5" strokeWidth={2.25} />}
      </p>
    </article>
  )
}

/** The content of a message. Buttons in the place of the customer's keyboard are shown there. */
function toShown({ content, buttons, keyboard, kind, ...message }: ControlMessage) {
  return {
    ...message,
    type: kind ?? 'text',
    file: content === null ? null : toFile(content),
    buttons: keyboard?.kind === 'reply' ? null : buttons,
  }
}
