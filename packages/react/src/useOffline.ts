'use client'

import { watchOnline } from '@crm-chat/core'
import { useSyncExternalStore } from 'react'

/** Whether the browser says that it has no network. */
export function useOffline(): boolean {
  return useSyncExternalStore(
    watchOnline,
    () => !navigator.onLine,
    () => false,
  )
}
