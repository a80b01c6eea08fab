import type { WindowLink, WindowRequest } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import type { WindowClient } from './windowClient.ts'
import type { WindowSettings } from './windowOptions.ts'

/** A link, and the time at which another one should replace it. */
export interface TimedLink {
  link: WindowLink
  /** By the server's clock; `Infinity` where there is no need. */
  renewAt: number
  /** By the server's clock. */
  endsAt: number
  /** Life that the link had left when it came. */
  lifeMs: number
}

/** The links of one session. */
export interface LinkSource {
  /** Requests a link before it is needed. Callers at the same time share one request. */
  prefetch: () => void
  /** Returns the prefetched link, once, or requests another one. @throws {ChatError} */
  take: (signal: AbortSignal) => Promise<TimedLink>
}

/** A prefetched link is used for so long. */
const prefetchedMs = 300_000

/** Makes a {@link LinkSource}. */
export function createLinkSource({
  chat,
  request,
  clock,
  settings,
  signal,
}: {
  chat: WindowClient
  request: WindowRequest
  clock: Clock
  settings: WindowSettings
  /** Gives up on what has been prefetched. */
  signal: AbortSignal
}): LinkSource {
  let prefetched: { link: Promise<TimedLink>; at: number } | undefined

  async function mint(requestSignal: AbortSignal): Promise<TimedLink> {
    const link = await chat.openWindow(request, { signal: requestSignal })
    const endsAt = Date.parse(link.expiresAt ?? '')
    const lifeMs = endsAt - chat.now()
    // A link that has ended as soon as it was made shows that the clocks differ: another one would be no better.
    const renewAt = lifeMs > 0 ? endsAt - Math.min(settings.renewBeforeMs, lifeMs / 2) : Number.POSITIVE_INFINITY
    return { link, renewAt, endsAt, lifeMs }
  }

  const isFresh = (at: number): boolean => clock.elapsed() - at < prefetchedMs

  return {
    prefetch: () => {
      if (prefetched && isFresh(prefetched.at)) return
      const link = mint(signal)
      prefetched = { link, at: clock.elapsed() }
      link.catch(() => {
        prefetched = undefined // The window itself reports why.
      })
    },
    take: async (takeSignal) => {
      const early = prefetched
      prefetched = undefined
      if (early && isFresh(early.at)) {
        const timed = await early.link.catch(() => undefined)
        takeSignal.throwIfAborted()
        if (timed && chat.now() < timed.renewAt) return timed
      }
      return mint(takeSignal)
    },
  }
}
