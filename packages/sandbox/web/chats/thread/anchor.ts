/** A message in view, and how far it is from the upper edge. */
export interface Anchor {
  messageId: string
  top: number
}

/** The first message of a log that is at least partly in view. */
export function findAnchor(log: HTMLElement): Anchor | undefined {
  const { top } = log.getBoundingClientRect()
  for (const message of log.querySelectorAll<HTMLElement>('[data-message]')) {
    const box = message.getBoundingClientRect()
    if (box.bottom > top) return { messageId: message.dataset.message ?? '', top: box.top - top }
  }
  return undefined
}

/** Puts the message that was in view where it was. */
export function restoreAnchor(log: HTMLElement, anchor: Anchor | undefined): void {
  const message = anchor && findMessage(log, anchor.messageId)
  if (!message) return
  const top = message.getBoundingClientRect().top - log.getBoundingClientRect().top
  log.scrollTop += top - anchor.top
}

/** A message by its id, if it is in the log. */
export function findMessage(log: HTMLElement, messageId: string): HTMLElement | null {
  return log.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`)
}
