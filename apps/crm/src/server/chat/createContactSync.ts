import { type ChatContact, type ChatLogger, OperationError } from '@crm-chat/proxy'
import { pause } from '../timers.ts'

/** Sends contacts to the vendor in the background. */
export interface ContactSync {
  /** Queues contacts, to be sent as soon as the vendor can be reached. Never throws, never waits. */
  add: (contacts: ChatContact[]) => void
  /** Discards the queue. */
  close: () => void
}

/** Options of {@link createContactSync}. */
export interface ContactSyncOptions {
  save: (contacts: ChatContact[]) => Promise<void>
  logger: ChatLogger
  /** Delay before the `attempt`-th retry in a row, from 0. @default half a second, doubled up to a minute, with jitter */
  retryDelayMs?: (attempt: number) => number
}

/** Sends contacts to the vendor in the background, with retries: a CRM starts and works without the vendor. */
export function createContactSync({ save, logger, retryDelayMs = backOff }: ContactSyncOptions): ContactSync {
  const waiting = new Map<string, ChatContact>()
  const closing = new AbortController()
  const { signal } = closing
  let isRunning = false

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (let attempt = 0; waiting.size > 0 && !signal.aborted; attempt += 1) {
      if (attempt > 0) await pause({ ms: retryDelayMs(attempt - 1), signal })
      if (!signal.aborted && (await saveWaiting())) attempt = -1
    }
    isRunning = false
  }

  async function saveWaiting(): Promise<boolean> {
    const batch = [...waiting.values()]
    const error = await save(batch).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (error === null) logger.info({ contacts: batch.length }, 'contacts saved at the vendor')
    else report(error)
    const isDone = error === null || isFinal(error)
    if (isDone) for (const contact of batch) if (waiting.get(contact.id) === contact) waiting.delete(contact.id)
    return isDone
  }

  function report(error: unknown): void {
    const fields = { code: error instanceof OperationError ? error.code : 'unknown' }
    if (isFinal(error)) logger.error(fields, 'the vendor rejected contacts; skipping them')
    else logger.warn(fields, 'saving contacts at the vendor failed; retrying')
  }

  return {
    add(contacts) {
      for (const contact of contacts) waiting.set(contact.id, contact)
      void run()
    },
    close: () => closing.abort(),
  }
}

/** Errors that a retry would only repeat. */
function isFinal(error: unknown): boolean {
  return error instanceof OperationError && ['invalid_request', 'upstream_refused'].includes(error.code)
}

function backOff(attempt: number): number {
  return Math.min(60_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2)
}
