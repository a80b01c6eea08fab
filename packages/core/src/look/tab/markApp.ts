import type { TabPlace } from './tabMark.ts'

/** Puts the number on the icon of an installed app, where the browser can. */
export function markApp(): TabPlace {
  let isMarked = false
  const clear = (): void => {
    if (isMarked) settle(navigator.clearAppBadge?.())
    isMarked = false
  }
  return {
    show: ({ text, count }) => {
      if (!text) return clear()
      isMarked = true
      settle(navigator.setAppBadge?.(count)) // Without a number, it is a dot.
    },
    end: clear,
  }
}

/** A refusal, e.g. of a page that is not installed, changes nothing. */
function settle(marking: Promise<void> | undefined): void {
  marking?.catch(() => undefined)
}
