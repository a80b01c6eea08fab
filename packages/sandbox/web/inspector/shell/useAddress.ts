import { useSyncExternalStore } from 'react'
import { isPanelId, type PanelId } from './panels.ts'

/** What the address names after its `#`: a panel, and perhaps one thing in it, as in `#/requests/12`. */
export interface Address {
  panel: PanelId
  item: string | null
}

/** The address, also when it changes. */
export function useAddress(): Address {
  return parseHash(useSyncExternalStore(subscribe, readHash))
}

/** The hash of a panel, or of one thing in it. */
export function toHash({ panel, item }: { panel: PanelId; item?: string | number | null }): string {
  return item === undefined || item === null ? `#/${panel}` : `#/${panel}/${encodeURIComponent(item)}`
}

/** Names something else in the address, without a step for the browser's back button. */
export function replaceHash(address: Parameters<typeof toHash>[0]): void {
  location.replace(toHash(address))
}

/** Reads a hash; one that names no panel stands for the first. */
function parseHash(hash: string): Address {
  const [panel = '', item = ''] = hash.replace(/^#\/?/, '').split('/')
  if (!isPanelId(panel)) return { panel: 'chats', item: null }
  return { panel, item: item === '' ? null : decode(item) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // A stray percent sign: taken as it is.
  }
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}

function readHash(): string {
  return location.hash
}
