import { type ConversationMessage, findChanges, isAllowed } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'
import { Icon, type IconName } from '../Icon.tsx'

/** The actions on a message: quote it, and edit or delete our own for as long as the messenger allows. */
export function MessageActions({ message }: { message: ConversationMessage }): ReactNode {
  const { setFocus, remove } = useActions()
  const words = useWords()
  const allowed = useConversationState((state) => state.allowed)
  const canQuote = isAllowed({ allowed }, 'quote') && message.status !== 'pending'
  const changes = findChanges({ allowed }, message)
  if (!canQuote && !changes.edit && !changes.remove) return null
  return (
    <span className="cc-actions">
      {canQuote && <Action icon="reply" label={words.quote} onClick={() => setFocus({ kind: 'quote', message })} />}
      {changes.edit && <Action icon="edit" label={words.edit} onClick={() => setFocus({ kind: 'edit', message })} />}
      {changes.remove && <Action icon="delete" label={words.remove} onClick={() => void remove(message)} />}
    </span>
  )
}

function Action({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }): ReactNode {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick} className="cc-action">
      <Icon name={icon} size={14} />
    </button>
  )
}
