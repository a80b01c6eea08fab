import { type ChatContact, type ChatLogger, type ChatProxy, OperationError } from '@crm-chat/proxy'
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
  /** Saves contacts, and reports those that the vendor does not take. */
  save: ChatProxy['saveContacts']
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
    try {
      // Retries are made here, with whatever has been added meanwhile.
      const { saved, rejectedCount } = await save(batch, { signal, retryForMs: 0 })
      if (rejectedCount > 0) logger.error({ contacts: rejectedCount }, 'the vendor rejected contacts; skipping them')
      logger.info({ contacts: saved }, 'contacts saved at the vendor')
    } catch (error) {
      if (signal.aborted) return false
      const code = error instanceof OperationError ? error.code : 'unknown'
      logger.warn({ code }, 'saving contacts at the vendor failed; retrying')
      return false
    }
    for (const contact of batch) if (waiting.get(contact.id) === contact) waiting.delete(contact.id)
    return true
  }

  return {
    add(contacts) {
      for (const contact of contacts) waiting.set(contact.id, contact)
      void run()
    },
    close: () => closing.abort(),
  }
}

function backOff(attempt: number): number {
  return Math.min(60_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2)
}
