'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useChat } from '../useChat.ts'
import { joinInvalidation } from './joinInvalidation.ts'

/**
 * Keeps data of this entry up to date while the component is mounted: a live event of the proxy makes what it concerns load again.
 * The hooks of this entry call it themselves. However many call it, there is one subscription.
 */
export function useChatInvalidation(): void {
  const chat = useChat()
  const queryClient = useQueryClient()
  useEffect(() => joinInvalidation({ chat, queryClient }), [chat, queryClient])
}
