import type { VendorDataResult } from '@crm-chat/protocol'
import { ChatError } from '../../ChatError.ts'
import type { Clock } from '../../clock.ts'
import { waitToRetry } from '../../waitToRetry.ts'

/** Progress of {@link sendBatches}. */
export interface BatchReport<Item> {
  items: Item[]
  result: VendorDataResult
}

/** Parameters of {@link sendBatches}. */
export interface SendBatchesParameters<Item> {
  /** Read one batch ahead at most. */
  items: AsyncIterable<Item>
  batchSize: number
  send: (batch: Item[]) => Promise<VendorDataResult>
  onBatch: (report: BatchReport<Item>) => void
  /** Called with true before each wait for another attempt, and with false after it. */
  onWait: (isWaiting: boolean) => void
  clock: Clock
  signal: AbortSignal
  /** Time after the first failure after which it is given up. @default 600_000 */
  retryForMs?: number
}

/**
 * Sends a list in batches, one after the other. What may succeed later is tried again, when the server wants it: saving and
 * deleting once more does no harm.
 * @throws the last failure, or the reason of the signal
 */
export async function sendBatches<Item>({
  items,
  batchSize,
  onBatch,
  ...rest
}: SendBatchesParameters<Item>): Promise<void> {
  let batch: Item[] = []
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    onBatch({ items: batch, result: await sendPatiently({ batch, ...rest }) })
    batch = []
  }
  for await (const item of items) {
    batch.push(item)
    if (batch.length >= batchSize) await flush()
  }
  await flush()
}

async function sendPatiently<Item>({
  batch,
  send,
  onWait,
  clock,
  signal,
  retryForMs = 600_000,
}: { batch: Item[] } & Omit<
  SendBatchesParameters<Item>,
  'items' | 'batchSize' | 'onBatch'
>): Promise<VendorDataResult> {
  let failedAt: number | undefined
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted()
    try {
      const result = await send(batch)
      signal.throwIfAborted() // Whoever goes on sends it again.
      return result
    } catch (error) {
      signal.throwIfAborted()
      const isPassing = error instanceof ChatError && (error.retryable || error.code === 'outcome_unknown')
      failedAt ??= clock.elapsed()
      if (!isPassing || clock.elapsed() - failedAt > retryForMs) throw error
      onWait(true)
      await waitToRetry({
        ms: Math.max(error.retryAfterMs ?? 0, Math.min(1_000 * 2 ** attempt, 60_000)),
        clock,
        signal,
      })
      onWait(false)
    }
  }
}
