'use client'

import { type ChatWindowState, createChatWindow } from '@crm-chat/core'
import type { FrameMessage, WindowRequest } from '@crm-chat/protocol'
import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useChat } from './useChat.ts'
import { useOffline } from './useOffline.ts'

/** Options of {@link useChatWindow}: which chats, and who hears what the window says. */
export type UseChatWindowOptions = WindowRequest & {
  /** Name of the frame for assistive technology. @default 'Chat' */
  title?: string | undefined
  /** What the vendor's frame posts: its user opened or creates a deal. */
  onEvent?: ((message: FrameMessage) => void) | undefined
}

/** Result of {@link useChatWindow}. */
export interface UseChatWindowResult {
  /** To be put on the positioned element that the frame fills. */
  containerRef: RefObject<HTMLDivElement | null>
  state: ChatWindowState
  /** Whether the browser has no network: may be so in any state. */
  offline: boolean
  /** Opens the window anew after an error. */
  retry: () => void
}

/** A chat window to be drawn your own way. The frame reloads only when other chats are asked for. */
export function useChatWindow(options: UseChatWindowOptions): UseChatWindowResult {
  const { title = 'Chat', onEvent } = options
  const chat = useChat()
  const containerRef = useRef<HTMLDivElement>(null)
  const latestOnEvent = useRef(onEvent)
  const key = requestKey(options)
  const session = useMemo(() => {
    const request: WindowRequest = JSON.parse(key)
    return createChatWindow({ chat, request, onEvent: (message) => latestOnEvent.current?.(message) })
  }, [chat, key])
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getInitialState)

  useEffect(() => {
    latestOnEvent.current = onEvent
  }, [onEvent])
  useEffect(() => session.setTitle(title), [session, title])
  useEffect(() => (containerRef.current ? session.mount(containerRef.current) : undefined), [session])

  return { containerRef, state, offline: useOffline(), retry: session.retry }
}

/** Objects written inline are new with each render, but mean the same window. */
function requestKey({ scope, activeChat, ...rest }: UseChatWindowOptions): string {
  return JSON.stringify({ scope, activeChat, chats: 'chats' in rest ? rest.chats : undefined })
}
