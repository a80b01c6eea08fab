import { every } from '../clock.ts'
import type { ProxyContext } from '../context.ts'

/**
 * Asks the CRM again and again whether the request behind a live stream is still the same user's.
 * @returns a function that stops asking.
 */
export function watchSession({
  context,
  request,
  userId,
  onGone,
}: {
  context: ProxyContext
  request: Request
  userId: string
  onGone: () => void
}): () => void {
  const { clock, limits, identify } = context
  let asking = false
  async function check(): Promise<void> {
    if (asking) return
    asking = true
    const isSame = await identify(request).then(
      (user) => user.id === userId,
      () => false,
    )
    asking = false
    if (!isSame) onGone()
  }
  return every({ clock, ms: limits.sessionCheckMs, callback: check })
}
