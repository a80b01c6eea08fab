'use client'

import {
  type ConversationLabels,
  type ConversationState,
  type Conversation as ConversationStore,
  conversationArea,
  isAllowed,
} from '@crm-chat/core/conversation'
import type { DragEvent, ReactNode } from 'react'
import { useAreaWords } from '../useAreaWords.ts'
import { ConnectionLine } from './ConnectionLine.tsx'
import { ConversationContext, useActions, useConversationState, useWords, WordsContext } from './ConversationContext.ts'
import { Composer } from './composer/Composer.tsx'
import { explain } from './format.ts'
import { MessageLog } from './log/MessageLog.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { SearchBar } from './search/SearchBar.tsx'

/** Own content in place of parts. `null` leaves a part out. */
export interface ConversationSlots {
  loading?: ReactNode
  empty?: ReactNode
  error?: ReactNode | ((parameters: { reason: string; retry: () => void }) => ReactNode)
  /** Shown while the browser has no network or the server cannot be reached. */
  offline?: ReactNode
  /** Further buttons of the composer. */
  tools?: ReactNode | ((state: ConversationState) => ReactNode)
}

/** Props of {@link Conversation}. */
export interface ConversationProps {
  /** Conversation of `createConversation` or `useConversation`. Without one, it is loading. */
  conversation: ConversationStore | null
  /** Name of the list of messages, for screen readers, e.g. `Messages with Ann`. */
  label?: string | undefined
  /** True names the author of each message of a group. @default what the source says */
  isGroup?: boolean | undefined
  /** Shows a search field above the messages, where the source can search. @default true */
  hasSearch?: boolean | undefined
  slots?: ConversationSlots | undefined
  /** Own words. Others are in the language of the provider above, and English without one. */
  labels?: ConversationLabels | undefined
  /** @default that of the words */
  dir?: 'ltr' | 'rtl' | undefined
  className?: string | undefined
}

/**
 * The messages of one chat with a composer. It fills its parent, whose height must be limited. It needs the stylesheets
 * `@crm-chat/react/styles.css` and `@crm-chat/react/conversation.css`.
 * @example
 * const conversation = useConversation(() => createProxySource(chat, { chat: { chatType: 'whatsapp', chatId } }))
 * return <Conversation conversation={conversation} label="Messages with Ann" />
 */
export function Conversation({
  conversation,
  label,
  isGroup,
  hasSearch = true,
  slots = {},
  labels,
  dir,
  className = '',
}: ConversationProps): ReactNode {
  const words = useAreaWords(conversationArea, labels)
  if (!words)
    return (
      <div className={`cc-root cc-conversation ${className}`} dir={dir} aria-busy="true">
        <Waiting />
      </div>
    )
  const { messages, lang } = words
  return (
    <ConversationContext.Provider value={conversation}>
      <WordsContext.Provider value={words}>
        <div className={`cc-root cc-conversation ${className}`} lang={lang} dir={dir ?? words.dir}>
          {conversation ? (
            <Parts label={label ?? messages} isGroup={isGroup} hasSearch={hasSearch} slots={slots} />
          ) : (
            (slots.loading ?? <Skeleton />)
          )}
        </div>
      </WordsContext.Provider>
    </ConversationContext.Provider>
  )
}

interface PartsProps {
  label: string
  isGroup: boolean | undefined
  hasSearch: boolean
  slots: ConversationSlots
}

/** A file that is dropped anywhere is attached. */
function Parts({ label, isGroup, hasSearch, slots }: PartsProps): ReactNode {
  const { attach, getState } = useActions()
  const words = useWords()
  const canSend = useConversationState((state) => isAllowed(state, 'send'))
  const isEnded = useConversationState((state) => state.connection === 'ended')

  function handleDrop(event: DragEvent): void {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    const state = getState()
    if (file && state.focus?.kind !== 'edit' && isAllowed(state, 'file')) attach(file)
  }

  return (
    <section
      aria-label={words.conversation}
      className="cc-conversation-parts"
      onDragOver={(event) => event.preventDefault()}
      onDrop={handleDrop}
    >
      <ConnectionLine slot={slots.offline} />
      {hasSearch && <SearchBar />}
      <Messages label={label} isGroup={isGroup} slots={slots} />
      <ProblemNotice />
      {canSend && !isEnded && <Composer tools={<Tools slot={slots.tools} />} />}
    </section>
  )
}

function Tools({ slot }: { slot: ConversationSlots['tools'] }): ReactNode {
  const state = useConversationState((whole) => whole)
  return typeof slot === 'function' ? slot(state) : slot
}

type MessagesProps = Pick<PartsProps, 'label' | 'isGroup' | 'slots'>

function Messages({ label, isGroup, slots }: MessagesProps): ReactNode {
  const { loadLatest } = useActions()
  const words = useWords()
  const thread = useConversationState((state) => state.thread)
  const canSend = useConversationState((state) => isAllowed(state, 'send'))
  const isGroupChat = useConversationState((state) => state.allowed.isGroup === true)
  const { empty = canSend ? words.empty : words.emptyForReaders, error, loading } = slots
  if (thread.status === 'ready')
    return <MessageLog thread={thread} label={label} isGroup={isGroup ?? isGroupChat} empty={empty} />
  if (thread.status === 'idle' || thread.status === 'loading') return loading === undefined ? <Skeleton /> : loading
  const retry = (): void => void loadLatest()
  const reason = explain(thread, words)
  if (error !== undefined) return typeof error === 'function' ? error({ reason, retry }) : error
  return (
    <div role="alert" className="cc-log-area cc-failure-area">
      <p className="cc-failure-title">{words.failed}</p>
      <p className="cc-failure-reason">{reason}</p>
      <button type="button" onClick={retry} className="cc-button cc-secondary">
        {words.retry}
      </button>
    </div>
  )
}

function Skeleton(): ReactNode {
  const words = useWords()
  return (
    <Waiting role="status">
      <span className="cc-spoken">{words.loading}</span>
    </Waiting>
  )
}

/** Lines in place of messages. */
function Waiting({ role, children }: { role?: 'status'; children?: ReactNode }): ReactNode {
  return (
    <div role={role} className="cc-log-area cc-waiting">
      {children}
      <i className="cc-waiting-line" />
      <i className="cc-waiting-line" />
      <i className="cc-waiting-line" />
      <i className="cc-waiting-line" />
    </div>
  )
}
