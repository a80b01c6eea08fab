'use client'

import type { PrefetchWindowParameters } from '@crm-chat/core'
import { prefetchWindow } from '@crm-chat/core/client'
import { useCallback } from 'react'
import { useChat } from './useChat.ts'

/**
 * Returns a function that prepares a window which will probably be opened: for `onPointerEnter` and `onFocus` of what opens it.
 * @example
 * const prefetch = usePrefetchWindow()
 * <Link onPointerEnter={() => prefetch({ request: { scope: 'card', chats } })} />
 */
export function usePrefetchWindow(): (parameters: Omit<PrefetchWindowParameters, 'chat'>) => void {
  const chat = useChat()
  return useCallback((parameters) => prefetchWindow({ chat, ...parameters }), [chat])
}
