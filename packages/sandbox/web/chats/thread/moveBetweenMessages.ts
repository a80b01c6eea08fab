import type { KeyboardEvent } from 'react'

/** Lets the arrow keys move from message to message, beginning with the last; what can be done with one is then a Tab away. */
export function moveBetweenMessages(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  const log = event.currentTarget
  const inside = event.target instanceof HTMLInputElement // A player's position moves by arrow keys too.
  if (inside) return
  const messages = [...log.querySelectorAll<HTMLElement>('[data-message]')]
  const current = messages.findIndex((message) => message.contains(document.activeElement))
  const next = current === -1 ? messages.at(-1) : messages[current + (event.key === 'ArrowUp' ? -1 : 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
