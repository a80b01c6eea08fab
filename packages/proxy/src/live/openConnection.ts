import type { Unanswered } from '@crm-chat/protocol'
import type { ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'
import type { ChatRequest } from '../http/exchange.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { watchSession } from '../identity/watchSession.ts'

/** Time after which a user with too many streams may try again. */
const retryAfterMs = 10_000

/** A live stream or socket of one user. */
export interface Connection {
  /** Ends it, for either side. Calls `onEnd` once. */
  end: () => void
}

/**
 * Subscribes to a user's counter for as long as the user is logged in. `onValue` gets the current value at once.
 * @throws {OperationError} `rate_limited` when the user has too many live connections.
 */
export function openConnection({
  context,
  request,
  user,
  onValue,
  onEnd,
}: {
  context: ProxyContext
  request: ChatRequest
  user: ChatUser
  onValue: (value: Unanswered) => void
  onEnd: () => void
}): Connection {
  const { connections, relay } = context
  if (connections.isFull(user.id)) {
    const message = 'This user has too many live streams open.'
    throw new OperationError({ code: 'rate_limited', message, retryAfterMs })
  }
  const subscription = relay.subscribe({ userId: user.id, onChange: () => onValue(subscription.current()) })
  const remove = connections.open({ userId: user.id, end })
  const stopWatch = watchSession({ context, request, userId: user.id, onGone: end })
  let isOpen = true

  function end(): void {
    if (!isOpen) return
    isOpen = false
    stopWatch()
    remove()
    subscription.unsubscribe()
    onEnd()
  }

  onValue(subscription.current())
  return { end }
}
