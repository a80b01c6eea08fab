import { Conversation } from '@crm-chat/react/conversation'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { formatName } from '../../ui/format/formatAccount.ts'
import { isNarrow } from '../../ui/isNarrow.ts'
import { focusChat, isInList } from '../list/focusChat.ts'
import { toKey } from '../session/chatKey.ts'
import type { Chat } from '../session/conversation.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { ThreadHeader } from './ThreadHeader.tsx'

/** An open chat: header and conversation. Escape returns to the list. */
export function Thread({ chat, hasList }: { chat: Chat; hasList: boolean }) {
  const { openChat, openConversation } = useSession()
  const key = toKey(chat)
  const { chatType, chatId } = chat
  const conversation = useMemo(() => openConversation({ chatType, chatId }), [openConversation, chatType, chatId])
  const section = useRef<HTMLElement>(null)
  useFocusOnOpening(section)

  function handleBack(): void {
    if (isNarrow()) flushSync(() => openChat(null))
    focusChat(key)
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && hasList && !event.defaultPrevented) handleBack()
  }

  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={`Chat with ${formatName(chat)}`}
      onKeyDown={handleKeyDown}
      className="flex min-h-0 grow flex-col outline-none"
    >
      <ThreadHeader chat={chat} conversation={conversation} onBack={hasList ? handleBack : null} />
      <div className="min-h-0 grow">
        <Conversation
          conversation={conversation}
          label={`Messages with ${formatName(chat)}`}
          isGroup={chatType.endsWith('group')}
          slots={{ offline: null }} // The page says so above its list.
        />
      </div>
    </section>
  )
}

/**
 * Moves the focus from the list into the chat: to the text field, or in a narrow window to the messages. A page that
 * merely loads takes no focus from its host.
 */
function useFocusOnOpening(section: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!isInList(document.activeElement)) return
    const field = section.current?.querySelector('textarea')
    if (isNarrow() || !field) section.current?.focus()
    else field.focus()
  }, [section])
}
