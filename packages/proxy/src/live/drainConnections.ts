import type { Clock } from '../clock.ts'
import type { LiveConnection } from './LiveConnection.ts'

/** Interval between two slices. */
const sliceMs = 100

/** Rate at which the pages of a large server come back. */
const reconnectsPerSecond = 200

/**
 * Ends connections in slices, at the rate at which their pages may come back elsewhere, or within four fifths of the time that
 * is left: until its turn a page stays connected. Each is told a time of its own to come back, so that all of them return at
 * a steady rate. Resolves once all have closed, or by the deadline.
 */
export async function drainConnections({
  connections,
  emptied,
  retire,
  destroy,
  clock,
  deadlineMs,
  random,
}: {
  connections: readonly LiveConnection[]
  /** Resolves when no connection is left. */
  emptied: Promise<void>
  retire: (connection: LiveConnection, reconnectInMs: number) => void
  destroy: (connection: LiveConnection) => void
  clock: Clock
  deadlineMs: number
  random: () => number
}): Promise<void> {
  const windowMs = (connections.length / reconnectsPerSecond) * 1000
  const spreadMs = Math.min(windowMs, deadlineMs * 0.8)
  const slices = Math.max(1, Math.floor(spreadMs / sliceMs))
  const size = Math.max(1, Math.ceil(connections.length / slices))
  const longestMs = Math.max(windowMs - spreadMs, Math.min(windowMs, sliceMs))
  let cancel = (): void => {}
  function endSlice(first: number): void {
    for (const connection of connections.slice(first, first + size)) {
      if (connection.feed) retire(connection, Math.round(random() * longestMs))
    }
    if (first + size < connections.length) cancel = clock.after(sliceMs, () => endSlice(first + size))
  }
  let cancelDeadline = (): void => {}
  const deadline = new Promise<void>((resolve) => {
    cancelDeadline = clock.after(deadlineMs, resolve)
  })
  endSlice(0)
  await Promise.race([emptied, deadline])
  cancel()
  cancelDeadline()
  for (const connection of connections) if (connection.feed) destroy(connection)
}
