import type { Clock } from '../clock.ts'
import type { WindowClient } from './windowClient.ts'
import type { WindowSettings } from './windowOptions.ts'

/**
 * Watches if somebody works in a frame. A page cannot see what is typed there, only that the frame has the focus, and a draft
 * stays one while its writer looks something up elsewhere: a frame that has had the focus holds a draft until it has been
 * without for a time.
 */
export function watchTouch({
  frame,
  chat,
  clock,
  settings,
  signal,
}: {
  frame: HTMLIFrameElement
  chat: WindowClient
  clock: Clock
  settings: WindowSettings
  signal: AbortSignal
}): { isQuiet: () => boolean } {
  /** By both clocks: one of them stands still while a computer sleeps. */
  let touched: { elapsed: number; now: number } | undefined

  const hasFocus = (): boolean => {
    const root = frame.getRootNode()
    return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === frame
  }
  const note = (): void => {
    touched = { elapsed: clock.elapsed(), now: chat.now() }
  }
  const touch = (): void => {
    if (hasFocus()) note()
  }
  const watching = { signal, capture: true }
  window.addEventListener('blur', () => queueMicrotask(touch), watching) // The focus has gone into a frame, maybe this one.
  window.addEventListener('focus', touch, watching)
  document.addEventListener('visibilitychange', touch, watching)
  frame.addEventListener('focus', touch, watching)
  frame.addEventListener('blur', note, watching)
  // A page without focus does not lose it when somebody comes straight into the frame, but it sees how they leave.
  document.addEventListener('pointerdown', touch, watching)

  return {
    isQuiet: () => {
      if (document.visibilityState === 'visible') touch()
      if (!touched) return true
      return Math.max(clock.elapsed() - touched.elapsed, chat.now() - touched.now) >= settings.idleMs
    },
  }
}
