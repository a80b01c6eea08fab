import { createWazzupV2Client } from '../../src/wazzup-v2/client.ts'
import { watchUnanswered } from '../../src/wazzup-v2/unanswered.ts'

/** What the process tells its parent. */
export type WatchNews =
  | { type: 'ready' | 'memory'; rss: number }
  | { type: 'value'; url: string; count: number }
  | { type: 'outage'; url: string; outage: string; code: string }

const say = (news: WatchNews): unknown => process.send?.(news)
/** A time ten times as fast, but for the handshake, which a busy machine needs. */
const clock = {
  now: () => Date.now(),
  elapsed: () => performance.now() * 10,
  sleep: (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) return resolve()
      const timer = setTimeout(done, ms === 5_000 ? 4_000 : ms / 10)
      function done(): void {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      signal.addEventListener('abort', done)
    }),
}

// A process as a CRM's: nothing here handles an error that escapes.
process.on('message', (urls: string[]) => {
  for (const [index, url] of urls.entries()) setTimeout(() => start(url), index * 10)
})

function start(url: string): void {
  const client = createWazzupV2Client({ apiKey: 'CANARY-0123456789', counterUrl: url, clock, random: () => 0 })
  watchUnanswered(client, {
    userId: '7',
    onValue: ({ count }) => say({ type: 'value', url, count }),
    onOutage: (outage, { code }) => say({ type: 'outage', url, outage, code }),
  })
}
setInterval(() => say({ type: 'memory', rss: process.memoryUsage().rss }), 100)
say({ type: 'ready', rss: process.memoryUsage().rss })
