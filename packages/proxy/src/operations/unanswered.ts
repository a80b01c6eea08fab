import type { UnansweredResponse } from '@crm-chat/protocol'
import type { OperationCall } from '../context.ts'
import type { ChatResponse } from '../http/exchange.ts'
import { toJsonResponse } from '../http/respond.ts'

/**
 * `GET /unanswered`: the current value. While there is none it waits a little for the first one. It subscribes meanwhile,
 * so the counter stays open for the next request.
 */
export async function unanswered({ context, request, requestId, user }: OperationCall): Promise<ChatResponse> {
  const { hub, clock, limits } = context
  const signal = request.signal()
  let endWait = (): void => {}
  const waited = new Promise<void>((resolve) => {
    endWait = resolve
  })
  const subscription = hub.subscribe({
    userId: user.id,
    onChange: () => {
      if (subscription.current().status === 'live') endWait() // A value from another process is not yet confirmed by the vendor.
    },
  })
  const cancel = clock.after(limits.firstValueTimeoutMs, endWait)
  signal.addEventListener('abort', endWait, { once: true })
  try {
    if (subscription.current().status === 'unknown') await waited
    return toJsonResponse({
      body: { ...subscription.current(), userId: user.id } satisfies UnansweredResponse,
      requestId,
    })
  } finally {
    cancel()
    signal.removeEventListener('abort', endWait)
    subscription.unsubscribe()
  }
}
