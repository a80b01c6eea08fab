/** A visible message and its distance from the top edge. */
export interface Anchor {
  messageId: string
  top: number
}

/** Finds the first message of a log that is at least partly visible. */
export function findAnchor(log: HTMLElement): Anchor | undefined {
  const { top } = log.getBoundingClientRect()
  for (const message of log.querySelectorAll<HTMLElement>('[data-message]')) {
    const box = message.getBoundingClientRect()
    if (box.bottom > top) return { messageId: message.dataset.message ?? '', top: box.top - top }
  }
  return undefined
}

/** Scrolls the anchor message back to its old position. */
export function restoreAnchor(log: HTMLElement, anchor: Anchor | undefined): void {
  const message = anchor && findMessage(log, anchor.messageId)
  if (!message) return
  const top = message.getBoundingClientRect().top - log.getBoundingClientRect().top
  log.scrollTop += top - anchor.top
}

/** Finds a message of the log by its id. */
export function findMessage(log: HTMLElement, messageId: string): HTMLElement | null {
  return log.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`)
}
