import type { Clock } from '../clock.ts'
import { delay } from '../delay.ts'
import { runPolling } from '../transports/runPolling.ts'
import type { Transport } from '../transports/transport.ts'
import type { Connect, ConnectionEvent } from '../unanswered/connection.ts'
import { watchTurn } from './watchTurn.ts'

/** Parameters of {@link takeTurns}. */
export interface TakeTurnsParameters {
  /** Path or address of the proxy. */
  endpoint: string
  clock: Clock
  /** Holds a connection. */
  connect: Connect
  /** Sends a short request now and then. */
  connectSlowly: Connect
}

/** The way of a tab that is not looked at. */
export const slowTransport: Transport = { run: (parameters) => runPolling({ ...parameters, intervalMs: slowlyMs }) }

const slowlyMs = 30_000

/**
 * Connects where tabs have no locks, as on a page without https: the tab that is looked at holds the connection, and the others
 * ask for the value now and then, so that tabs never use up the few connections that a browser opens to one host.
 */
export function takeTurns({ endpoint, clock, connect, connectSlowly }: TakeTurnsParameters): Connect {
  return ({ signal, onEvent }) => {
    let lead = 0
    let over: AbortController | undefined
    const start = (isMine: boolean): void => {
      over?.abort()
      over = new AbortController()
      lead += 1
      const own = lead // Later turns have later values.
      const turn = AbortSignal.any([signal, over.signal])
      const events = { signal: turn, onEvent: (event: ConnectionEvent) => onEvent(event, own) }
      if (isMine) void connect(events)
      else if (own === 1) void connectSlowly(events)
      else void delay({ ms: slowlyMs, clock, signal: turn }).then(() => connectSlowly(events)) // Its value is new.
    }
    start(false)
    watchTurn({ name: `crm-chat ${new URL(endpoint, document.baseURI).href}`, clock, onChange: start, signal })
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve()))
  }
}
