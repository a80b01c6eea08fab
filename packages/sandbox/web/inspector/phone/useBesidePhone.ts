import { useSyncExternalStore } from 'react'
import type { PanelId } from '../shell/panels.ts'

/** The phone beside a panel on wide screens. */
export interface BesidePhone {
  isShown: boolean
  toggle: () => void
}

/**
 * Shows the phone beside the chats page, where both sides of a chat are in sight, and beside other panels on request. The browser
 * remembers both choices.
 */
export function useBesidePhone(panel: PanelId): BesidePhone {
  const place = panel === 'chats' ? 'chats' : 'other'
  const isShown = useSyncExternalStore(subscribe, () => readChoice(place) ?? place === 'chats')
  const toggle = () => {
    chosen[place] = !isShown
    keep(toKey(place), String(!isShown))
    for (const onChange of listeners) onChange()
  }
  return { isShown, toggle }
}

type Place = 'chats' | 'other'

/** Choices of this page, for a browser that keeps none. */
const chosen: Partial<Record<Place, boolean>> = {}
const listeners = new Set<() => void>()

function readChoice(place: Place): boolean | undefined {
  if (chosen[place] === undefined) {
    const kept = readKept(toKey(place))
    if (kept === 'true' || kept === 'false') chosen[place] = kept === 'true'
  }
  return chosen[place]
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // A browser that blocks storage.
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that blocks storage, or has no room: the choice lasts as long as the page.
  }
}

function toKey(place: Place): string {
  return `crm-chat-sandbox phone beside ${place}`
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}
