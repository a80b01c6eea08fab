import type { OperationCall } from '../context.ts'
import { toJsonResponse } from '../http/respond.ts'

/**
 * `GET /unanswered`: the present value. Where there is none yet it waits a little for the first one, and being a member
 * of the relay meanwhile, leaves the counter open for the next question.
 */
export async function unanswered({ context, request, requestId, user }: OperationCall): Promise<Response> {
  const { relay, clock, limits } = context
  let endWait = (): void => {}
  const waited = new Promise<void>((resolve) => {
    endWait = resolve
  })
  const membership = relay.join({ userId: user.id, onChange: endWait })
  const cancel = clock.after(limits.firstValueTimeoutMs, endWait)
  request.signal.addEventListener('abort', endWait, { once: true })
  try {
    if (membership.current().status === 'unknown') await waited
    return toJsonResponse({ body: membership.current(), requestId })
  } finally {
    cancel()
    request.signal.removeEventListener('abort', endWait)
    membership.leave()
  }
}
