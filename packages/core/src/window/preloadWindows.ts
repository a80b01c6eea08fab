import { systemClock } from '../clock.ts'

/**
 * Loads the code of windows once the browser is idle, so that a click waits for nothing but the link and the vendor's page. Sends
 * nothing to the proxy. Code that does not come is requested again by the first window.
 */
export function preloadWindows(): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(loadWindows)
  else systemClock.after(idleMs, loadWindows)
}

/** Loads it at once. */
export function loadWindows(): void {
  Promise.all([import('../operations.ts'), import('./frame.ts')]).catch(() => undefined)
}

/** A browser that does not say when it is idle, Safari, has drawn its page by then. */
const idleMs = 1000
