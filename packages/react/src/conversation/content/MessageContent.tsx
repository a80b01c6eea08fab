import type { ConversationMessage } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useWords } from '../ConversationContext.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { FileCard } from './FileCard.tsx'
import { MessageButtons } from './MessageButtons.tsx'
import { MessageText } from './MessageText.tsx'

/** Props of {@link MessageContent}. */
export interface MessageContentProps {
  message: Partial<Pick<ConversationMessage, 'text' | 'file' | 'buttons' | 'type'>> & {
    template?: { header: string | null; footer: string | null } | null
  }
  /** Search to highlight. */
  query?: string
  /** Called with a button's label when it is pressed. Without it, buttons are only shown. */
  onPress?: ((text: string) => void) | undefined
}

/** The content of a message: header, file, text, footer and buttons, or what stands for a kind that has none of them. */
export function MessageContent({ message, query = '', onPress }: MessageContentProps): ReactNode {
  const { text = null, file = null, template = null, buttons = null, type = 'text' } = message
  return (
    <>
      {template?.header ? (
        <p dir="auto" className="cc-text-header">
          {template.header}
        </p>
      ) : null}
      <Kind type={type} hasContent={text !== null || file !== null} />
      {file ? <FileCard file={file} /> : null}
      {text === null ? null : <MessageText text={text} query={query} />}
      {template?.footer ? (
        <p dir="auto" className="cc-text-footer">
          {template.footer}
        </p>
      ) : null}
      <MessageButtons buttons={buttons} onPress={onPress} />
    </>
  )
}

/** Says what a message is that its text alone does not explain. */
function Kind({ type, hasContent }: { type: string; hasContent: boolean }): ReactNode {
  const words = useWords()
  const named: Partial<Record<string, [icon: IconName, text: string]>> = {
    contact: ['person', words.contact],
    location: ['pin', words.location],
    missedCall: ['missed-call', words.missedCall],
    unsupported: ['ban', words.unsupported],
  }
  const found = named[type] ?? (isKnown(type) || hasContent ? undefined : named.unsupported)
  if (!found) return null
  const [icon, text] = found
  return (
    <p className="cc-note">
      <Icon name={icon} size={16} />
      {text}
    </p>
  )
}

const known = ['text', 'image', 'audio', 'video', 'document', 'template', 'interactive', 'reaction', 'system']

function isKnown(type: string): boolean {
  return known.includes(type)
}
