import type { CounterOutage } from './unansweredValue.ts'

/** End of a connection to a counter's host. */
export interface Ending {
  /** `mismatch`: the host was reached, but it does not speak the protocol that was tried. */
  kind: CounterOutage | 'mismatch'
  /** Cause, as in `CounterOutageDetails`. */
  code: string
  /** Part of the protocol that the host has named as the wrong one. */
  wrong?: 'generation' | 'transport'
}

/** End of a transport: a cause, as in {@link Ending}, or a status that is no success. */
export type TransportEnding = { code: string } | { status: number; body: string }

/** Errors after which the host would not respond in any protocol. */
const unreachable =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EMFILE|ENFILE|EACCES|EPERM|CERT|CRL|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|INVALID_|HOSTNAME_|ERR_TLS|ERR_SSL|EPROTO)/

/** Reads the end of a transport that came before the host's first packet. */
export function toEarlyEnding(end: TransportEnding): Ending {
  if ('code' in end) return { kind: unreachable.test(end.code) ? 'unreachable' : 'mismatch', code: end.code }
  const code = `HTTP_${end.status}`
  // The two reasons that engine.io gives, as text over WebSocket and as JSON over HTTP.
  if (/"code":5\b|Unsupported protocol/.test(end.body)) return { kind: 'mismatch', code, wrong: 'generation' }
  if (/"code":0\b|Transport unknown/.test(end.body)) return { kind: 'mismatch', code, wrong: 'transport' }
  return { kind: 'mismatch', code }
}

/** Reads the end of a transport that came later. */
export function toLateEnding({ end, isConnected }: { end: TransportEnding; isConnected: boolean }): Ending {
  const code = 'code' in end ? end.code : `HTTP_${end.status}`
  return { kind: isConnected ? 'dropped' : 'unreachable', code }
}
