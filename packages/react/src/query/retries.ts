import type { ChatError } from '@crm-chat/core'

/** Retries only what may succeed later, three times, and not before the server wants to be asked again. */
export const retries = {
  retry: (failures: number, { retryable }: ChatError): boolean => retryable && failures < 3,
  retryDelay: (failures: number, { retryAfterMs = 0 }: ChatError): number =>
    Math.max(retryAfterMs, Math.min(1000 * 2 ** failures, 30_000)),
}
