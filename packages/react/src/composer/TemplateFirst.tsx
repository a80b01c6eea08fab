import { findComposerChannel, findRecipient } from '@crm-chat/core/composer'
import type { ReactNode } from 'react'
import { useWords } from '../conversation/ConversationContext.ts'
import { fill } from '../conversation/format.ts'
import { Icon } from '../conversation/Icon.tsx'
import { useComposerState, useComposerWords } from './ComposerContext.ts'
import { nameMessenger } from './messengers.ts'

/** Explains that a new number gets a template first. */
export function TemplateFirst({ onTemplates }: { onTemplates: (() => void) | undefined }): ReactNode {
  const state = useComposerState()
  const words = useComposerWords()
  const shared = useWords()
  const recipient = findRecipient(state)
  const messenger = findComposerChannel(state)?.messenger ?? nameMessenger(recipient?.chatType ?? '', words)
  return (
    <div role="status" className="cc-closed">
      <Icon name="template" size={16} />
      <p className="cc-closed-reason">{fill(words.templateFirst, { messenger })}</p>
      {onTemplates && (
        <button type="button" onClick={onTemplates} className="cc-button cc-primary">
          {shared.chooseTemplate}
        </button>
      )}
    </div>
  )
}
