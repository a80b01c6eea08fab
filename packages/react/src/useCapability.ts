'use client'

import type { Capability } from '@crm-chat/protocol'
import { useSyncExternalStore } from 'react'
import { useChat } from './useChat.ts'

/** Returns false once the proxy is known not to offer this. */
export function useCapability(name: Capability): boolean {
  const { capabilities } = useChat()
  const { subscribe, getState, getInitialState } = capabilities
  return useSyncExternalStore(subscribe, getState, getInitialState)?.includes(name) ?? true
}
