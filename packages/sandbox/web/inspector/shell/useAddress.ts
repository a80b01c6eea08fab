import { useSyncExternalStore } from 'react'
import { isPanelId, type PanelId } from './panels.ts'

/** The address after `#`: a panel, and perhaps an item in it, as in `#/requests/12`. */
export interface Address {
  panel: PanelId
  item: string | null
}

/** Returns the current address, and follows its changes. */
export function useAddress(): Address {
  return parseHash(useSyncExternalStore(subscribe, readHash))
}

/** Builds the hash of a panel, or of an item in it. */
export function toHash({ panel, item }: { panel: PanelId; item?: string | number | null }): string {
  return item === undefined || item === null ? `#/${panel}` : `#/${panel}/${encodeURIComponent(item)}`
}

/** Replaces the address without adding an entry to the browser's history. */
export function replaceHash(address: Parameters<typeof toHash>[0]): void {
  location.replace(toHash(address))
}

/** Parses a hash. An unknown panel falls back to the first one. */
function parseHash(hash: string): Address {
  const [panel = '', item = ''] = hash.replace(/^#\/?/, '').split('/')
  if (!isPanelId(panel)) return { panel: 'chats', item: null }
  return { panel, item: item === '' ? null : decode(item) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // A stray percent sign is kept unchanged.
  }
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}

function readHash(): string {
  return location.hash
}
