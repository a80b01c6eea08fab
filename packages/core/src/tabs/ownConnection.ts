import type { Connect, ConnectionEvent } from '../unanswered/connection.ts'

/** A tab's own connection. */
export interface OwnConnection {
  /** The newest event. */
  latest: () => ConnectionEvent | null
  /** Hears of each event from now on. */
  onEvent: (listener: (event: ConnectionEvent) => void) => void
  stop: () => void
  /** Resolves once it has ended. */
  done: Promise<void>
}

/** Starts a connection that can be stopped by itself. */
export function startOwn({ connect, signal, onEvent }: Parameters<Connect>[0] & { connect: Connect }): OwnConnection {
  const stopping = new AbortController()
  let latest: ConnectionEvent | null = null
  let tell: (event: ConnectionEvent) => void = () => undefined
  const done = connect({
    signal: AbortSignal.any([signal, stopping.signal]),
    onEvent: (event) => {
      latest = event
      onEvent(event)
      tell(event)
    },
  })
  return {
    latest: () => latest,
    onEvent: (listener) => {
      tell = listener
    },
    stop: () => stopping.abort(),
    done,
  }
}
