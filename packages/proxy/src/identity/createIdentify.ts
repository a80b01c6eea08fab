import type { Clock } from '../clock.ts'
import { describeError } from '../describeError.ts'
import { describeIssues } from '../describeIssues.ts'
import { OperationError } from '../errors.ts'
import { callHook, type IdentifyHook } from '../hooks.ts'
import type { ChatRequest } from '../http/exchange.ts'
import type { ProxyLogger } from '../logger.ts'
import { type ChatUser, chatUserSchema } from './chatUser.ts'
import type { Revocations } from './createRevocations.ts'
import { userKey } from './userKey.ts'

/** Names the user of a request. @throws {OperationError} `unauthenticated`, or `identity_unavailable`. */
export type Identify = (request: ChatRequest) => Promise<ChatUser>

/**
 * Wraps the CRM's hook. Null, or a user of an invalid form, is nobody. A hook that fails or takes too long says nothing about
 * the session: the request may be repeated. A user who logged out while the hook was looking is nobody.
 */
export function createIdentify({
  identify,
  clock,
  timeoutMs,
  logger,
  revocations,
}: {
  identify: IdentifyHook
  clock: Clock
  timeoutMs: number
  logger: ProxyLogger
  revocations: Revocations
}): Identify {
  async function call(request: ChatRequest): Promise<unknown> {
    try {
      return await callHook<unknown>({ clock, timeoutMs, call: () => identify(request.toWebRequest()) })
    } catch (error) {
      logger.repeated({ level: 'error', fields: { reason: describeError(error) }, message: 'identify() failed' })
      throw unavailable()
    }
  }

  function parse(result: unknown): ChatUser {
    const user = chatUserSchema.safeParse(result)
    if (user.success) return user.data
    logger.repeated({
      level: 'error',
      fields: { reason: describeIssues(user.error.issues) },
      message: 'identify() returned an invalid user, who counts as signed out; expected { id, name } or null',
    })
    throw signedOut()
  }

  return async (request) => {
    const since = revocations.mark()
    const result = await call(request)
    if (result === null || result === undefined) throw signedOut()
    const user = parse(result)
    const isRevoked = revocations.isRevoked({ userId: userKey(user), since })
    if (isRevoked === false) return user
    throw isRevoked === true ? signedOut() : unavailable()
  }
}

function signedOut(): OperationError {
  return new OperationError({ code: 'unauthenticated', message: 'The CRM knows no user for this request.' })
}

function unavailable(): OperationError {
  const message = 'The CRM could not tell whose request this is.'
  return new OperationError({ code: 'identity_unavailable', message, retryAfterMs: 2_000 })
}
