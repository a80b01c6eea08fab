import { startTimer, type Timer } from '../store/clock/timers.ts'

/** Time in which items are collected, so that a thousand equal ones are sent once. */
const gatherMs = 60

/**
 * Creates a gatherer, which sends items in batches and equal items once. While a batch is being sent, e.g. to a client
 * that reads slowly, the next one waits, so that it needs memory for different items only.
 */
export function createGatherer<Item>({
  toKey,
  send,
}: {
  toKey: (item: Item) => string
  send: (item: Item) => Promise<void>
}): { add: (item: Item) => void; close: () => void } {
  const items = new Map<string, Item>()
  let timer: Timer | undefined
  let isSending = false
  let isClosed = false

  const schedule = (): void => {
    if (items.size > 0 && !isSending && !isClosed) timer ??= startTimer(sendAll, gatherMs)
  }

  async function sendAll(): Promise<void> {
    timer = undefined
    isSending = true
    const batch = [...items.values()]
    items.clear()
    for (const item of batch) await send(item)
    isSending = false
    schedule()
  }

  return {
    add(item) {
      items.set(toKey(item), item)
      schedule()
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
