import type { Clock } from '../clock.ts'
import { describeIssues } from '../describeIssues.ts'
import { describeError, OperationError } from '../errors.ts'
import { callHook, type IdentifyHook } from '../hooks.ts'
import type { ChatRequest } from '../http/exchange.ts'
import type { ProxyLogger } from '../logger.ts'
import { type ChatUser, chatUserSchema } from './chatUser.ts'

/**
 * Wraps the CRM's hook: anything but a valid user, in time, counts as nobody.
 * @returns a function that throws {@link OperationError} `unauthenticated` for nobody.
 */
export function createIdentify({
  identify,
  clock,
  timeoutMs,
  logger,
}: {
  identify: IdentifyHook
  clock: Clock
  timeoutMs: number
  logger: ProxyLogger
}): (request: ChatRequest) => Promise<ChatUser> {
  async function call(request: ChatRequest): Promise<unknown> {
    try {
      return await callHook<unknown>({ clock, timeoutMs, call: () => identify(request.toWebRequest()) })
    } catch (error) {
      logger.error({ reason: describeError(error) }, 'identify() failed; treating the request as unauthenticated')
      return null
    }
  }

  return async (request) => {
    const result = (await call(request)) ?? null
    const user = chatUserSchema.safeParse(result)
    if (user.success) return user.data
    if (result !== null) {
      const reason = describeIssues(user.error.issues)
      logger.error({ reason }, 'identify() returned an invalid user; expected { id, name } or null')
    }
    throw new OperationError({ code: 'unauthenticated', message: 'The CRM knows no user for this request.' })
  }
}
