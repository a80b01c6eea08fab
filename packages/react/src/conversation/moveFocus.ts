import type { KeyboardEvent } from 'react'
import { findFocus } from './findFocus.ts'

/** Moves the focus between elements of an area with the arrow keys; Home and End go to the first and last button. */
export function moveFocus(event: KeyboardEvent, area: HTMLElement | null, selector = 'button'): void {
  const stops: Element[] = [...(area?.querySelectorAll(selector) ?? [])]
  const focus = area && findFocus(area)
  const current = focus ? stops.indexOf(focus) : -1
  const isInText = event.target instanceof HTMLInputElement
  const targets: Record<string, Element | undefined> = {
    ArrowDown: stops[current + 1],
    ArrowUp: stops[current - 1],
    ...(!isInText && { Home: stops[0], End: stops.at(-1) }),
  }
  const target = targets[event.key]
  if (current === -1 || !(target instanceof HTMLElement)) return
  event.preventDefault()
  target.focus()
}
