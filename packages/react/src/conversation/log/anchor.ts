/** A visible message and its distance from the top edge. */
export interface Anchor {
  messageId: string
  top: number
}

/** Finds the first message of a log that is at least partly visible. */
export function findAnchor(log: HTMLElement): Anchor | undefined {
  const { top } = log.getBoundingClientRect()
  const messages = listMessages(log)
  const message = messages[countWhile(messages, (box) => box.bottom <= top)]
  if (!message) return undefined
  return { messageId: message.dataset.message ?? '', top: message.getBoundingClientRect().top - top }
}

/** Finds the id of the last message whose end is visible: the user has seen those before it. */
export function findSeen(log: HTMLElement): string | undefined {
  const { bottom } = log.getBoundingClientRect()
  const messages = listMessages(log)
  return messages[countWhile(messages, (box) => box.bottom <= bottom + 1) - 1]?.dataset.message
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

function listMessages(log: HTMLElement): NodeListOf<HTMLElement> {
  return log.querySelectorAll<HTMLElement>('[data-message]')
}

/** Counts the messages at the beginning for which this is so. They stand below each other, so a few looks are enough. */
function countWhile(messages: NodeListOf<HTMLElement>, isSo: (box: DOMRect) => boolean): number {
  let [from, to] = [0, messages.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const message = messages[middle]
    if (message && isSo(message.getBoundingClientRect())) from = middle + 1
    else to = middle
  }
  return from
}
