'use client'

import { watchOnline } from '@crm-chat/core/client'
import { useSyncExternalStore } from 'react'

/** Returns false while the browser has no network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    watchOnline,
    () => navigator.onLine,
    () => true,
  )
}
