import type { KeyboardEvent } from 'react'
import { findFocus } from '../findFocus.ts'

/** Moves the focus between messages with the arrow keys, starting from the last. Tab then reaches a message's actions. */
export function moveBetweenMessages(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  const log = event.currentTarget
  if (event.target instanceof HTMLInputElement) return // A player's position slider uses the arrow keys itself.
  const messages = [...log.querySelectorAll<HTMLElement>('[data-message]')]
  const current = messages.findIndex((message) => message.contains(findFocus(log)))
  const next = current === -1 ? messages.at(-1) : messages[current + (event.key === 'ArrowUp' ? -1 : 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
