import { every } from '../clock.ts'
import type { ProxyContext } from '../context.ts'
import type { ChatRequest } from '../http/exchange.ts'

/**
 * Checks at intervals that the request behind a live stream still belongs to the same user.
 * @returns a function that stops the checks.
 */
export function watchSession({
  context,
  request,
  userId,
  onGone,
}: {
  context: ProxyContext
  request: ChatRequest
  userId: string
  onGone: () => void
}): () => void {
  const { clock, limits, identify } = context
  let isChecking = false
  async function check(): Promise<void> {
    if (isChecking) return
    isChecking = true
    const isSame = await identify(request).then(
      (user) => user.id === userId,
      () => false,
    )
    isChecking = false
    if (!isSame) onGone()
  }
  return every({ clock, ms: limits.sessionCheckMs, callback: check })
}
