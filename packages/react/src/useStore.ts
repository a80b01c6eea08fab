'use client'

import type { Store } from '@crm-chat/core'
import { useSyncExternalStore } from 'react'

/** State of a store of the client, live. */
export function useStore<State>(store: Store<State>): State {
  return useSyncExternalStore(store.subscribe, store.getState, store.getInitialState)
}
