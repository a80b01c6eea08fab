import type { KeyboardEvent } from 'react'

/** Moves the focus between the buttons of a list with the arrow keys, Home and End. */
export function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const buttons: Element[] = [...(list?.querySelectorAll('button') ?? [])]
  const current = document.activeElement ? buttons.indexOf(document.activeElement) : -1
  const targets: Record<string, Element | undefined> = {
    ArrowDown: buttons[current + 1],
    ArrowUp: buttons[current - 1],
    Home: buttons[0],
    End: buttons.at(-1),
  }
  if (!(event.key in targets)) return
  event.preventDefault()
  const target = targets[event.key]
  if (target instanceof HTMLElement) target.focus()
}
