'use client'

import type { ChatWindowState } from '@crm-chat/core'
import { createChatWindow, watchOnline } from '@crm-chat/core/client'
import type { Chat, FrameMessage, NamedChat, WindowRequest } from '@crm-chat/protocol'
import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useChat } from './useChat.ts'

/** Options of {@link useChatWindow}. */
export type UseChatWindowOptions = ChatChoice & {
  /** Chat to open first. */
  activeChat?: Chat | undefined
  /** Name of the window for assistive technology. @default 'Chat' */
  label?: string | undefined
  /** Called with messages that the vendor's frame posts, e.g. when its user opens or creates a deal. */
  onEvent?: ((message: FrameMessage) => void) | undefined
}

/** The chats of one card, or all of the user's. `scope` may be left out: a window that is given `chats` is a card's. */
export type ChatChoice =
  | { scope?: 'card' | undefined; chats: NamedChat[] }
  | { scope?: 'global' | undefined; chats?: never }

/** Result of {@link useChatWindow}. */
export interface UseChatWindowResult {
  /** Ref of the positioned element that the frame fills. */
  containerRef: RefObject<HTMLDivElement | null>
  state: ChatWindowState
  /** True while the browser has no network, in any state. */
  offline: boolean
  /** Opens the window again after an error. */
  retry: () => void
}

/** Opens a chat window that you draw yourself. The frame reloads only when other chats are requested. */
export function useChatWindow(options: UseChatWindowOptions): UseChatWindowResult {
  const { label = 'Chat', onEvent } = options
  const chat = useChat()
  const containerRef = useRef<HTMLDivElement>(null)
  const latestOnEvent = useRef(onEvent)
  const { chats, activeChat } = options
  const key = JSON.stringify({ scope: toScope(options), chats, activeChat }) // Objects written inline are new each time.
  const session = useMemo(() => {
    const request: WindowRequest = JSON.parse(key)
    return createChatWindow({ chat, request, onEvent: (message) => latestOnEvent.current?.(message) })
  }, [chat, key])
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getInitialState)
  const offline = useSyncExternalStore(watchOnline, isOffline, isOfflineOnServer)

  useEffect(() => {
    latestOnEvent.current = onEvent
  }, [onEvent])
  useEffect(() => session.setTitle(label), [session, label])
  useEffect(() => (containerRef.current ? session.mount(containerRef.current) : undefined), [session])

  return { containerRef, state, offline, retry: session.retry }
}

/**
 * The scope of a window. `chats` that are there but undefined mean a card, whose request then fails: a card that still
 * loads does not open all chats.
 */
export function toScope(options: UseChatWindowOptions): WindowRequest['scope'] {
  return options.scope ?? ('chats' in options ? 'card' : 'global')
}

const isOffline = (): boolean => !navigator.onLine
const isOfflineOnServer = (): boolean => false
