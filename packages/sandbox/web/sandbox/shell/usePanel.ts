import { useSyncExternalStore } from 'react'
import { isPanelId, type PanelId } from './panels.ts'

/** The panel that the address names after its `#`, else the first one. */
export function usePanel(): PanelId {
  return useSyncExternalStore(subscribe, readPanel)
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}

function readPanel(): PanelId {
  const named = location.hash.replace(/^#\/?/, '')
  return isPanelId(named) ? named : 'chats'
}
