import type { Connect, ConnectionEvent, ConnectParameters, StateEvent } from '../unanswered/connection.ts'

/** A tab's own connection. */
export interface OwnConnection {
  /** Returns the newest event that says something of the number. */
  latest: () => StateEvent | null
  /** Calls back on each event from now on. */
  onEvent: (listener: (event: ConnectionEvent) => void) => void
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
  let latest: StateEvent | null = null
  let notify = (_: ConnectionEvent): void => undefined
  const done = connect({
    signal: AbortSignal.any([signal, stopping.signal]),
    onUser,
    onEvent: (event) => {
      if (event.kind !== 'live') latest = event
      onEvent(event, lead)
      notify(event)
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
