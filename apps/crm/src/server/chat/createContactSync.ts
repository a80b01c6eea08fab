import { setTimeout as delay } from 'node:timers/promises'
import { type ChatContact, type ChatLogger, OperationError } from '@crm-chat/proxy'

/** Keeps the vendor up to date on contacts. */
export interface ContactSync {
  /** Tells the vendor of these contacts as soon as it can be reached. Never throws, never waits. */
  add: (contacts: ChatContact[]) => void
  /** Gives up what is left. */
  close: () => void
}

/** Options of {@link createContactSync}. */
export interface ContactSyncOptions {
  save: (contacts: ChatContact[]) => Promise<void>
  logger: ChatLogger
  /** Wait before the `attempt`-th repetition in a row, from 0. @default half a second, doubled up to a minute, with jitter */
  retryDelayMs?: (attempt: number) => number
}

/** Hands contacts to the vendor in the background, with repetitions: a CRM starts and works without the vendor. */
export function createContactSync({ save, logger, retryDelayMs = backOff }: ContactSyncOptions): ContactSync {
  const waiting = new Map<string, ChatContact>()
  const closing = new AbortController()
  const { signal } = closing
  let isRunning = false

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (let attempt = 0; waiting.size > 0 && !signal.aborted; attempt += 1) {
      if (attempt > 0) await pause(retryDelayMs(attempt - 1))
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
    if (error === null) logger.info({ contacts: batch.length }, 'the vendor knows who is responsible for the contacts')
    else report(error)
    const isDone = error === null || isFinal(error)
    if (isDone) for (const contact of batch) if (waiting.get(contact.id) === contact) waiting.delete(contact.id)
    return isDone
  }

  function report(error: unknown): void {
    const fields = { code: error instanceof OperationError ? error.code : 'unknown' }
    if (isFinal(error)) logger.error(fields, 'the vendor refuses contacts; they are left out')
    else logger.warn(fields, 'the vendor could not be told of contacts; it is tried again')
  }

  function pause(ms: number): Promise<void> {
    return delay(ms, undefined, { signal, ref: false }).catch(() => undefined) // Closing ends the wait.
  }

  return {
    add(contacts) {
      for (const contact of contacts) waiting.set(contact.id, contact)
      void run()
    },
    close: () => closing.abort(),
  }
}

/** Saying the same again would not help. */
function isFinal(error: unknown): boolean {
  return error instanceof OperationError && ['invalid_request', 'upstream_refused'].includes(error.code)
}

function backOff(attempt: number): number {
  return Math.min(60_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2)
}
