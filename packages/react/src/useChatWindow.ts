'use client'

import type { ChatWindowError, ChatWindowState } from '@crm-chat/core'
import { createChatWindow, preloadWindows, toWindowKey, watchOnline } from '@crm-chat/core/client'
import type { Chat, EntityEvent, FrameMessage, NamedChat, WindowRequest } from '@crm-chat/protocol'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect.ts'
import { useChat } from './useChat.ts'

/** Options of {@link useChatWindow}. */
export type UseChatWindowOptions = ChatChoice &
  WindowEvents & {
    /** Chat to open first. */
    activeChat?: Chat | undefined
    /** Name of the window for assistive technology. @default 'Chat' */
    label?: string | undefined
    /** True while the window is out of sight, e.g. in a closed drawer: another window of the same chats has the frame then. */
    hidden?: boolean | undefined
    /** Gives the window a frame of its own. Windows of the same chats share one otherwise. @default false */
    own?: boolean | undefined
  }

/** Events of a window. */
export interface WindowEvents {
  /** Called when it shows the vendor's page, each time it has been opened. */
  onReady?: (() => void) | undefined
  /** Called when it cannot be opened. */
  onError?: ((state: ChatWindowError) => void) | undefined
  /** Called when the user of the vendor's frame opens or creates a deal, where the proxy's backend has `dealEvents`. */
  onEntity?: ((event: EntityEvent) => void) | undefined
  /** Called with every message that the vendor's frame posts, as it comes. */
  onEvent?: ((message: FrameMessage) => void) | undefined
}

/** The chats of one card, or all of the user's. `scope` may be left out: a window that is given `chats` is a card's. */
export type ChatChoice =
  | { scope?: 'card' | undefined; chats: NamedChat[] }
  | { scope?: 'global' | undefined; chats?: never }

/** Result of {@link useChatWindow}. */
export interface UseChatWindowResult {
  /** Ref of the positioned element that the frame fills. */
  containerRef: { readonly current: HTMLDivElement | null } // React 18 and 19 type a `RefObject` differently.
  state: ChatWindowState
  /** True while the browser has no network, in any state. */
  offline: boolean
  /** Opens the window anew, with another link. */
  retry: () => void
  /** Moves the focus into the frame, if there is one. */
  focus: () => void
  /** Takes the frame from another window of the same chats. */
  showHere: () => void
}

/**
 * Opens a chat window that you draw yourself. Its frame belongs to the chats, not to the component: it loads once, and it is
 * shown wherever a window of the same chats is.
 */
export function useChatWindow(options: UseChatWindowOptions): UseChatWindowResult {
  const { label = 'Chat', hidden = false, own = false } = options
  const chat = useChat()
  const containerRef = useRef<HTMLDivElement>(null)
  const latest = useRef<WindowEvents>(options)
  const { chats, activeChat } = options
  const request = JSON.parse(JSON.stringify({ scope: toScope(options), chats, activeChat })) as WindowRequest // Checked by the client.
  const key = toWindowKey(request) // Objects written inline are new each time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a request with the same key is the same window, under other names.
  const session = useMemo(() => {
    return createChatWindow({
      chat,
      request,
      own,
      onReady: () => latest.current.onReady?.(),
      onError: (state) => latest.current.onError?.(state),
      onEntity: (event) => latest.current.onEntity?.(event),
      onEvent: (message) => latest.current.onEvent?.(message),
    })
  }, [chat, key, own])
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getInitialState)
  const offline = useSyncExternalStore(watchOnline, isOffline, isOfflineOnServer)

  useEffect(() => {
    latest.current = options
  })
  useBrowserLayoutEffect(() => session.setTitle(label), [session, label])
  useBrowserLayoutEffect(() => (containerRef.current ? session.mount(containerRef.current) : undefined), [session])
  useBrowserLayoutEffect(() => session.setFront(!hidden), [session, hidden])

  return {
    containerRef,
    state,
    offline,
    retry: session.retry,
    focus: session.focus,
    showHere: () => session.setFront(true),
  }
}

/**
 * The scope of a window. `chats` that are there but undefined mean a card, whose request then fails: a card that still
 * loads does not open all chats.
 */
function toScope(options: UseChatWindowOptions): WindowRequest['scope'] {
  return options.scope ?? ('chats' in options ? 'card' : 'global')
}

if (typeof document === 'object') preloadWindows() // A page that has this code will probably open a window.

const isOffline = (): boolean => !navigator.onLine
const isOfflineOnServer = (): boolean => false
