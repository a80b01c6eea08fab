import type { Connect, ConnectionEvent, ConnectParameters } from '../unanswered/connection.ts'

/** A tab's own connection. */
export interface OwnConnection {
  /** Returns the newest event. */
  latest: () => ConnectionEvent | null
  /** Calls back on each event from now on. */
  onEvent: (listener: () => void) => void
  stop: () => void
  /** Resolves once it has ended. */
  done: Promise<void>
}

/** Parameters of {@link startOwn}. */
export interface StartOwnParameters extends ConnectParameters {
  connect: Connect
  /** Time at which this tab took over; 0 where it connects before it knows of other tabs. */
  lead: number
}

/** Starts a connection that can be stopped by itself. */
export function startOwn({ connect, signal, onEvent, onUser, lead }: StartOwnParameters): OwnConnection {
  const stopping = new AbortController()
  let latest: ConnectionEvent | null = null
  let notify = (): void => undefined
  const done = connect({
    signal: AbortSignal.any([signal, stopping.signal]),
    onUser,
    onEvent: (event) => {
      latest = event
      onEvent(event, lead)
      notify()
    },
  })
  return {
    latest: () => latest,
    onEvent: (listener) => {
      notify = listener
    },
    stop: () => stopping.abort(),
    done,
  }
}
