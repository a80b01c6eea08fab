import type { ConversationMessage } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useWords } from '../ConversationContext.ts'
import { nameKind } from '../format.ts'
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
      <Kind type={type} hasContent={Boolean(text || file || buttons?.length)} />
      {file ? <FileCard file={file} /> : null}
      {text && type !== 'missedCall' ? <MessageText text={text} query={query} /> : null}
      {template?.footer ? (
        <p dir="auto" className="cc-text-footer">
          {template.footer}
        </p>
      ) : null}
      <MessageButtons buttons={buttons} onPress={onPress} />
    </>
  )
}

/** Says what a message is that its text alone does not explain, or that has nothing to show. */
function Kind({ type, hasContent }: { type: string; hasContent: boolean }): ReactNode {
  const words = useWords()
  if (hasContent && !Object.hasOwn(icons, type)) return null
  if (type === 'template') return null // It says so above.
  return (
    <p className="cc-note">
      <Icon name={icons[type] ?? otherIcons[type] ?? 'ban'} size={16} />
      {nameKind(type, words)}
    </p>
  )
}

/** Kinds that are named in any case. */
const icons: Partial<Record<string, IconName>> = {
  contact: 'person',
  location: 'pin',
  missedCall: 'missed-call',
  unsupported: 'ban',
}

/** Kinds that are named where nothing of them is there. */
const otherIcons: Partial<Record<string, IconName>> = {
  interactive: 'document',
  image: 'document',
  video: 'document',
  audio: 'document',
  document: 'document',
}
