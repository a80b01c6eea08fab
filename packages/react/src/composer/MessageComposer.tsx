'use client'

import {
  type Composer,
  type ComposerContact,
  type ComposerItem,
  type ComposerLabels,
  type ComposerQuote,
  composerArea,
} from '@crm-chat/core/composer'
import { type ConversationLabels, conversationArea } from '@crm-chat/core/conversation'
import type { DragEvent, ReactNode } from 'react'
import { WordsContext } from '../conversation/ConversationContext.ts'
import { useAreaWords } from '../useAreaWords.ts'
import { ComposerContext, ComposerWordsContext } from './ComposerContext.ts'
import { ComposerParts } from './ComposerParts.tsx'
import { ComposerWaiting } from './ComposerWaiting.tsx'
import { useComposer } from './useComposer.ts'

/** Words of a composer, and those that it shares with a conversation. */
export type MessageComposerLabels = ComposerLabels & ConversationLabels

/** Props of {@link MessageComposer}. */
export interface MessageComposerProps {
  /** Person to write to: what the CRM has of their dialogues, names and numbers. Without any, the user writes a number. */
  contact?: ComposerContact | undefined
  /** Message to quote. */
  quote?: ComposerQuote | null | undefined
  /** Lets the user write to numbers and names of their own choice. @default true */
  allowsNew?: boolean | undefined
  /** Composer of `useComposer`, in place of one over the provider above; null while there is none yet. */
  composer?: Composer | null | undefined
  /** Called with each message of the user that the vendor has accepted. */
  onSent?: ((item: ComposerItem) => void) | undefined
  /** Name of the whole, for screen readers. @default 'New message' */
  label?: string | undefined
  /** Own words. Others are in the language of the provider above, and English without one. */
  labels?: MessageComposerLabels | undefined
  /** @default that of the words */
  dir?: 'ltr' | 'rtl' | undefined
  className?: string | undefined
}

/**
 * Sends messages from any page of a CRM, outside of a conversation: a recipient and a channel, a text with a file or with buttons,
 * or a template, and what became of each message. It needs the stylesheets `@crm-chat/react/styles.css` and
 * `@crm-chat/react/conversation.css`.
 * @example
 * <MessageComposer contact={{ name: 'Ann', chats: [{ chatType: 'whatsapp', chatId: '79998887766' }] }} />
 */
export function MessageComposer({ composer, ...props }: MessageComposerProps): ReactNode {
  return composer === undefined ? <OwnComposer {...props} /> : <Root {...props} composer={composer} />
}

function OwnComposer(props: Omit<MessageComposerProps, 'composer'>): ReactNode {
  const { contact, quote, onSent } = props
  return <Root {...props} composer={useComposer({ contact, quote, onSent })} />
}

/** A file that is dropped anywhere is attached. */
function Root({
  composer,
  allowsNew = true,
  label,
  labels,
  dir,
  className = '',
}: MessageComposerProps & { composer: Composer | null }): ReactNode {
  const words = useAreaWords(composerArea, labels)
  const shared = useAreaWords(conversationArea, labels)
  const look = `cc-root cc-compose ${className}`
  if (!composer || !words || !shared)
    return (
      <div className={look} dir={dir} aria-busy="true">
        <ComposerWaiting label={composer ? undefined : words?.loading} />
      </div>
    )
  function handleDrop(event: DragEvent): void {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file && composer?.getState().allowed?.can.includes('file')) composer.attach(file)
  }

  return (
    <ComposerContext.Provider value={composer}>
      <WordsContext.Provider value={shared}>
        <ComposerWordsContext.Provider value={words}>
          <section
            aria-label={label ?? words.composer}
            className={look}
            lang={shared.lang}
            dir={dir ?? shared.dir}
            onDragOver={(event) => event.preventDefault()}
            onDrop={handleDrop}
          >
            <ComposerParts allowsNew={allowsNew} />
          </section>
        </ComposerWordsContext.Provider>
      </WordsContext.Provider>
    </ComposerContext.Provider>
  )
}
