import { setTimeout } from 'node:timers/promises'
import { readEvents } from '../readEvents.ts'

/** An event of a live stream. */
export interface StreamEvent {
  name: string
  data: Record<string, unknown>
}

/** A page's live stream, which goes on with another process when its own has gone. */
export interface FollowedStream {
  /** Processes that refused it or did not respond, since the start. */
  refusals: () => number
  close: () => void
}

/**
 * Follows the live stream of a user as the client of a page does: it comes back when it was told, or after up to half a
 * second, to the next process of the list.
 */
export function followStream({
  urls,
  first = 0,
  cookie = 'session=ann',
  onOpen = () => {},
  onEvent,
  onEnd = () => {},
}: {
  urls: string[]
  /** Index of the process it begins with. */
  first?: number
  cookie?: string
  onOpen?: (url: string) => void
  onEvent: (event: StreamEvent) => void
  onEnd?: () => void
}): FollowedStream {
  const closing = new AbortController()
  const { signal } = closing
  let refusals = 0

  /** @returns the time to wait, in milliseconds */
  async function run(url: string): Promise<number> {
    let waitMs = Math.random() * 500
    const opening = new AbortController()
    const cancelled = AbortSignal.any([signal, opening.signal])
    const timer = globalThis.setTimeout(() => opening.abort(), openTimeoutMs)
    const response = await fetch(`${url}/chat/events`, { headers: { cookie }, signal: cancelled })
    clearTimeout(timer)
    if (response.status !== 200) {
      refusals += 1
      await response.body?.cancel()
      return waitMs
    }
    onOpen(url)
    try {
      const events = readEvents(response)
      for (let block = await events.next(); block !== null; block = await events.next()) {
        const event = parse(block)
        if (event?.name === 'drain') waitMs = Number(event.data.reconnectInMs)
        else if (event) onEvent(event)
      }
    } finally {
      onEnd()
    }
    return waitMs
  }

  async function follow(): Promise<void> {
    for (let index = first; !signal.aborted; index += 1) {
      const waitMs = await run(urls[index % urls.length] ?? '').catch(() => {
        refusals += 1
        return Math.random() * 100
      })
      await setTimeout(waitMs, undefined, { signal })
    }
  }

  follow().catch(() => {}) // It was closed.
  return { refusals: () => refusals, close: () => closing.abort() }
}

/** Longest wait for a response. */
const openTimeoutMs = 1_500

function parse(block: string): StreamEvent | undefined {
  const [, name, data] = /^event: (\w+)\n(?:id: .*\n)?data: (.*)$/m.exec(block) ?? []
  return name === undefined || data === undefined ? undefined : { name, data: JSON.parse(data) }
}
