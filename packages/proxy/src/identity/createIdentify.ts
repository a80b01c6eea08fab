import type { Clock } from '../clock.ts'
import { describeError } from '../describeError.ts'
import { describeIssues } from '../describeIssues.ts'
import { OperationError } from '../errors.ts'
import type { IdentifyHook } from '../hooks.ts'
import type { ProxyLogger } from '../logger.ts'
import { withDeadline } from '../withDeadline.ts'
import { type ChatUser, chatUserSchema } from './chatUser.ts'

/**
 * Wraps the CRM's hook so that anything but a proper user, in time, is nobody.
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
}): (request: Request) => Promise<ChatUser> {
  async function ask(request: Request): Promise<unknown> {
    try {
      return await withDeadline<unknown>({ clock, ms: timeoutMs, run: () => identify(request) })
    } catch (error) {
      logger.error({ reason: describeError(error) }, 'identify failed: the request is nobody’s')
      return null
    }
  }

  return async (request) => {
    const answer = (await ask(request)) ?? null
    const user = chatUserSchema.safeParse(answer)
    if (user.success) return user.data
    if (answer !== null) {
      logger.error({ reason: describeIssues(user.error.issues) }, 'identify answered no user: { id, name } or null')
    }
    throw new OperationError({ code: 'unauthenticated', message: 'The CRM knows no user for this request.' })
  }
}
