/** Progress of sending a list. */
export interface Progress {
  /** Items the vendor has accepted. */
  done: number
  total: number
}

/** Options of a call that sends a list in several requests. */
export interface BatchOptions {
  signal?: AbortSignal
  /** Called after each request. */
  onProgress?: (progress: Progress) => void
}

/** Parameters of {@link sendInBatches}. */
export interface Batches<Item> extends BatchOptions {
  items: Item[]
  /** Items in one request. @default 100 */
  size?: number
  send: (batch: Item[]) => Promise<unknown>
}

/**
 * Sends a list a hundred at a time, one request after the other. If one fails, those before it have been accepted and
 * those after it have not been sent: `onProgress` has reported how many. Sending the whole list again is harmless.
 */
export async function sendInBatches<Item>(batches: Batches<Item>): Promise<void> {
  const { items, size = 100, send, signal, onProgress } = batches
  for (let start = 0; start < items.length; start += size) {
    signal?.throwIfAborted()
    const batch = items.slice(start, start + size)
    await send(batch)
    onProgress?.({ done: start + batch.length, total: items.length })
  }
}
