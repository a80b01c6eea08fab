import { type ConversationMessage, findChanges, isAllowed } from '@crm-chat/core/conversation'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'
import { fill } from '../format.ts'
import { Icon, type IconName } from '../Icon.tsx'

/** The actions on a message: react to it, quote it, and edit or delete our own for as long as the messenger allows. */
export function MessageActions({ message }: { message: ConversationMessage }): ReactNode {
  const { setFocus, remove, source } = useActions()
  const words = useWords()
  const allowed = useConversationState((state) => state.allowed)
  const isThere = message.status !== 'pending'
  const canReact = isAllowed({ allowed }, 'react') && source.react !== undefined && isThere
  const canQuote = isAllowed({ allowed }, 'quote') && isThere
  const changes = findChanges({ allowed }, message)
  if (!canReact && !canQuote && !changes.edit && !changes.remove) return null
  return (
    <div className="cc-actions">
      {canReact && <ReactionChoice message={message} />}
      {canQuote && <Action icon="reply" label={words.quote} onClick={() => setFocus({ kind: 'quote', message })} />}
      {changes.edit && <Action icon="edit" label={words.edit} onClick={() => setFocus({ kind: 'edit', message })} />}
      {changes.remove && <Action icon="delete" label={words.remove} onClick={() => void remove(message)} />}
    </div>
  )
}

interface ActionProps {
  icon: IconName
  label: string
  onClick: () => void
}

function Action({ icon, label, onClick }: ActionProps): ReactNode {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick} className="cc-action">
      <Icon name={icon} size={14} />
    </button>
  )
}

const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏']

/** A button that opens a choice of reactions in its place. */
function ReactionChoice({ message }: { message: ConversationMessage }): ReactNode {
  const { react } = useActions()
  const words = useWords()
  const [isOpen, setIsOpen] = useState(false)

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation() // One step at a time: the next Escape leaves the chat.
    setIsOpen(false)
  }

  function handleChoice(emoji: string): void {
    setIsOpen(false)
    void react(message, emoji)
  }

  return (
    <fieldset aria-label={words.react} className="cc-reaction-choice" onKeyDown={handleKeyDown}>
      <button
        type="button"
        aria-label={words.react}
        title={words.react}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="cc-action"
      >
        <Icon name="smile" size={14} />
      </button>
      {isOpen &&
        emojis.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-label={fill(words.reactWith, { emoji })}
            onClick={() => handleChoice(emoji)}
            className="cc-action cc-emoji"
          >
            {emoji}
          </button>
        ))}
    </fieldset>
  )
}
