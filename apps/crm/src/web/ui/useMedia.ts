import { useSyncExternalStore } from 'react'

/** Returns true while the window matches a media query. */
export function useMedia(query: string): boolean {
  const subscribe = (onChange: () => void): (() => void) => {
    const list = matchMedia(query)
    list.addEventListener('change', onChange)
    return () => list.removeEventListener('change', onChange)
  }
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** The media query of phones. */
export const phone = '(width < 48rem)'

/** The media query of windows that have room for a card and its chat side by side. */
export const wide = '(width >= 64rem)'
