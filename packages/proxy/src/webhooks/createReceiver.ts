import type { Backend } from '../backend.ts'
import type { Clock } from '../clock.ts'
import { describeError } from '../describeError.ts'
import { OperationError } from '../errors.ts'
import { callHook } from '../hooks.ts'
import type { ChatRequest, ChatResponse } from '../http/exchange.ts'
import { noSuchOperation } from '../http/matchRoute.ts'
import { toJsonResponse } from '../http/respond.ts'
import type { ProxyLogger } from '../logger.ts'
import type { Delivery } from './createDeliveryHandler.ts'

/** Receives the vendor's webhooks. */
export interface Receiver {
  /**
   * Responds with 200 once every event was handled.
   * @throws {OperationError} `not_found` for a wrong secret, `busy` for events that the vendor should send again, and as
   * the backend's `read` does.
   */
  receive: (parameters: { request: ChatRequest; requestId: string }) => Promise<ChatResponse>
}

/** Largest body, in bytes. */
const maxBytes = 1_048_576

/** Time for a body to arrive. */
const bodyTimeoutMs = 10_000

/** Makes a {@link Receiver}. The secret is checked before anything else of a request is read. */
export function createReceiver({
  backend: { webhooks, name },
  isSecret,
  maxDeliveries,
  handle,
  clock,
  logger,
}: {
  backend: Backend
  isSecret: (given: string) => Promise<boolean>
  maxDeliveries: number
  handle: (delivery: Delivery) => Promise<void>
  clock: Clock
  logger: ProxyLogger
}): Receiver {
  let underWay = 0

  async function accept(request: ChatRequest): Promise<void> {
    if (!webhooks) throw new OperationError({ code: 'not_supported', message: `${name} sends no webhooks.` })
    const body = await readBody(request)
    const events = await webhooks.read({ header: request.header, body })
    try {
      await handle({ events, body })
    } catch (error) {
      const fields = { reason: describeError(error) }
      logger.repeated({ level: 'error', fields, message: 'a webhook was not handled, the vendor should send it again' })
      throw new OperationError({
        code: 'busy',
        message: 'Not every event was handled. Send them again.',
        retryAfterMs: 5_000,
      })
    }
  }

  async function readBody(request: ChatRequest): Promise<Uint8Array> {
    try {
      return await callHook({ clock, timeoutMs: bodyTimeoutMs, call: () => request.readBody({ maxBytes }) })
    } catch (error) {
      if (error instanceof OperationError) throw error
      throw new OperationError({ code: 'busy', message: 'The body did not arrive in time.', retryAfterMs: 5_000 })
    }
  }

  return {
    receive: async ({ request, requestId }) => {
      if (!(await isSecret(secretIn(request.target)))) {
        logger.repeated({ level: 'warn', fields: {}, message: 'a webhook came with a wrong secret' })
        throw noSuchOperation()
      }
      if (underWay >= maxDeliveries) {
        logger.repeated({ level: 'warn', fields: {}, message: 'webhooks are refused, too many are under way' })
        throw new OperationError({ code: 'busy', message: 'Too many webhooks are under way.', retryAfterMs: 1_000 })
      }
      underWay += 1
      try {
        await accept(request)
        return toJsonResponse({ body: { ok: true }, requestId })
      } finally {
        underWay -= 1
      }
    },
  }
}

/** The last segment of a path that is known to be the receiver's. */
export function secretIn(target: string): string {
  return /\/webhooks\/([^/?#]*)\/?(?:[?#]|$)/.exec(target)?.[1] ?? ''
}
